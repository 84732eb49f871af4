import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { closeOf } from '../mock-idp/http/close.ts'
import { serverLimits, withRoom } from '../mock-idp/http/limits.ts'
import { isKnownHost } from './known-host.ts'
import { type Listening, listen } from './listen.ts'

/** What answers requests, such as a Hono app. */
export interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Served {
  /** Origin on this machine. */
  url: string
  port: number
  /** Takes no further requests. Those that are not answered yet have five seconds, then they are ended. */
  close(): Promise<void>
}

export interface Serving extends Listening {
  /** Names that requests may address, besides `localhost` and IP addresses. Absent: any. */
  names?: readonly string[] | undefined
}

/**
 * Serves an app, by default on any free port of this machine.
 * @throws {PortError}
 */
export async function serve(app: App, { names, ...where }: Partial<Serving> = {}): Promise<Served> {
  const server = withRoom(createAdaptorServer({ fetch: app.fetch, serverOptions: serverLimits }) as Server)
  if (names) refuseOthers(server, names)
  const port = await listen(server, {
    port: 0,
    host: 'localhost',
    who: 'This server',
    otherwise: 'choose another port',
    ...where,
  })
  return { url: `http://localhost:${port}`, port, close: closeOf(server) }
}

/**
 * Answers 421 (RFC 9110 section 15.5.20) to requests for other names: a page whose name was pointed at this machine is no page
 * of ours (DNS rebinding).
 */
function refuseOthers(server: Server, names: readonly string[]): void {
  const answer = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (isKnownHost(request.headers.host, names))
      for (const each of answer) each.call(server, request, response)
    else
      response
        .writeHead(421, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        .end('This server is not known by that name. Use the address that it prints at its start.\n')
  })
}
