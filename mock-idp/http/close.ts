import type { Server } from 'node:http'

const GRACE_MS = 5_000
/** A request that was sent just before may still be on its way; a connection that brings none by then is ended. */
const SILENCE_MS = 500
const LOOK_EVERY_MS = 20

/**
 * Counts the requests of a server from now on, and answers what closes it: it takes no further connections, requests that are not
 * answered yet have five seconds, and connections without a request are ended.
 */
export function closeOf(server: Server): () => Promise<void> {
  let inFlight = 0
  server.on('request', (_request, response) => {
    inFlight++
    response.once('close', () => inFlight--)
  })
  return async () => {
    const start = performance.now()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // A connection becomes idle when its request is answered; Node counts those that never sent one as busy.
    const looking = setInterval(() => {
      const waited = performance.now() - start
      if (waited > GRACE_MS || (inFlight === 0 && waited > SILENCE_MS)) server.closeAllConnections()
      else server.closeIdleConnections()
    }, LOOK_EVERY_MS)
    await closed
    clearInterval(looking)
  }
}
