import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { type Listening, listen } from './listen.ts'

/** What answers requests, such as a Hono app. */
export interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Served {
  /** Origin on this machine. */
  url: string
  port: number
  /** Ends requests that are not answered yet, too. */
  close(): Promise<void>
}

/**
 * Serves an app, by default on any free port of this machine.
 * @throws {PortError}
 */
export async function serve(app: App, where: Partial<Listening> = {}): Promise<Served> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const port = await listen(server, {
    port: 0,
    host: 'localhost',
    who: 'This server',
    otherwise: 'choose another port',
    ...where,
  })
  return {
    url: `http://localhost:${port}`,
    port,
    async close() {
      const closed = server[Symbol.asyncDispose]()
      server.closeAllConnections()
      await closed
    },
  }
}
