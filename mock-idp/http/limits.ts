import type { Server, ServerOptions } from 'node:http'

/**
 * What a connection may take, for every server that speaks HTTP: who connects and does not go on is ended (408), and takes nothing
 * from others. Answers may last as long as they like: event streams do.
 */
export const serverLimits = {
  /** For the headers of a request, from the connection on, in ms. */
  headersTimeout: 20_000,
  /** For the whole request, in ms. */
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
} satisfies ServerOptions

/** At the same time, to one port. The streams of a large class, and a flood that is about to be ended, are far below. */
const MOST_CONNECTIONS = 5_000

/** The same server, with room for that many connections. */
export function withRoom<S extends Server>(server: S): S {
  server.maxConnections = MOST_CONNECTIONS
  return server
}
