import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, request as send } from 'undici'
import type { Rules } from '../rules/index.ts'

const PATIENCE_MS = 5_000
const MOST_BYTES = 256 * 1024

/** The same for a name of the private network and for one that there isn't: what names there are is nobody's business. */
export const NOT_REACHED =
  'We can’t reach a provider at this address. It must be a public one, be spelled right, and answer'

type OutgoingCode = 'refused' | 'unreachable' | 'redirected' | 'too-large'

/** A provider was not called, or did not answer as expected. */
export class OutgoingError extends Error {
  override name = 'OutgoingError'
  readonly code: OutgoingCode

  constructor(code: OutgoingCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A `fetch` for addresses that others have chosen. */
export type Outgoing = (address: string, init?: RequestInit) => Promise<Response>

interface Resolved {
  address: string
  family: number
}

/** All that a host name resolves to; an IP address resolves to itself. */
type Resolve = (hostname: string) => Promise<Resolved[]>

const ask: Resolve = (hostname) => lookup(hostname, { all: true })

/**
 * Makes the tenant's way out. Each request opens a new connection, and each connection is judged: see `guarded`.
 * Redirects are not followed, and a compressed answer is not unpacked; an answer may have 256 KB and take 5 seconds.
 */
export function makeOutgoing(
  guard: Rules['guardOutgoing'],
  allowed: string[],
  { resolve = ask, patience = PATIENCE_MS }: { resolve?: Resolve; patience?: number } = {},
): Outgoing {
  const connect = guarded(guard, allowed, resolve)
  const dispatcher = new Agent({ connect, pipelining: 0, maxResponseSize: MOST_BYTES })
  return async (address, init) => {
    const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(init?.signal ? [init.signal] : [])])
    const request = new Request(address, init)
    const { origin } = new URL(request.url)
    try {
      const { statusCode, headers, body } = await send(request.url, {
        dispatcher,
        signal,
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: Buffer.from(await request.arrayBuffer()),
      })
      const content = await body.arrayBuffer()
      if (statusCode >= 300 && statusCode < 400)
        throw new OutgoingError('redirected', `${origin} answered with a redirect, which isn’t followed`)
      const header = (name: string) => headers[name]?.toString() ?? ''
      return new Response(content.byteLength > 0 ? content : null, {
        status: statusCode,
        headers: { 'content-type': header('content-type'), 'www-authenticate': header('www-authenticate') },
      })
    } catch (cause) {
      if (cause instanceof OutgoingError) throw cause
      if (cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
        throw new OutgoingError('too-large', 'The provider’s answer is too long', { cause })
      throw new OutgoingError('unreachable', `${origin} didn’t answer`, { cause })
    }
  }
}

/**
 * undici's connector behind the rule: the name is resolved, what it resolves to is judged, and the socket is opened to just
 * that, so that a name can't change its meaning in between (DNS rebinding). IP addresses take the same way.
 */
const guarded =
  (guard: Rules['guardOutgoing'], allowed: string[], resolve: Resolve): buildConnector.connector =>
  (options, done) => {
    const { protocol, host, hostname } = options
    const judge = async () => {
      const found = await resolve(hostname).catch(() => [])
      const url = new URL(`${protocol}//${host}`)
      const wrong = guard({ url, addresses: found.map(({ address }) => address), allowed })
      if (wrong) throw new OutgoingError('refused', wrong)
      const judged: LookupFunction = (_name, { all }, answer) => {
        const [first] = found
        if (all) answer(null, found)
        else answer(null, first?.address ?? '', first?.family)
      }
      return buildConnector({ lookup: judged, allowH2: false, timeout: PATIENCE_MS })
    }
    judge().then(
      (connect) => connect(options, done),
      (error) => done(error, null),
    )
  }
