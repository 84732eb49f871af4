import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Rules } from '../rules/index.ts'

const PATIENCE_MS = 5_000
const MOST_BYTES = 256 * 1024

type OutgoingCode = 'refused' | 'unreachable' | 'redirected' | 'too-large'

/** A provider was not called, or did not answer as one may expect. */
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

/**
 * Makes the tenant's way out: the name is resolved first, what it resolves to is judged, and the connection goes to just
 * that, so that a name can't change its meaning in between (DNS rebinding). Redirects are not followed; an answer may have
 * 256 KB and take 5 seconds.
 */
export const makeOutgoing =
  (guard: Rules['guardOutgoing'], allowed: string[]): Outgoing =>
  async (address, init) => {
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(init?.signal ? [init.signal] : [])])
    const request = new Request(address, { ...init, signal })
    const url = new URL(request.url)
    const found = await resolve(url)
    const wrong = guard({ url, addresses: found.map((each) => each.address), allowed })
    if (wrong) throw new OutgoingError('refused', wrong)
    const answer = await exchange(request, found)
    if (answer.status >= 300 && answer.status < 400)
      throw new OutgoingError('redirected', `${url.origin} answered with a redirect, which isn’t followed`)
    return answer
  }

interface Found {
  address: string
  family: number
}

async function resolve({ hostname }: URL): Promise<Found[]> {
  try {
    return await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })
  } catch (cause) {
    throw new OutgoingError('unreachable', `${hostname} isn’t known to the name servers`, { cause })
  }
}

async function exchange(request: Request, found: Found[]): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer())
  const checked: LookupFunction = (_name, options, done) => {
    const [first] = found
    if (options.all) done(null, found)
    else done(null, first?.address ?? '', first?.family)
  }
  const send = request.url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) =>
      reject(
        cause instanceof OutgoingError
          ? cause
          : new OutgoingError('unreachable', `${new URL(request.url).origin} didn’t answer`, { cause }),
      )
    const { method, signal } = request
    const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.length) }
    send(request.url, { method, headers, signal, lookup: checked, agent: false }, (answer) =>
      collect(answer).then(resolve, fail),
    )
      .on('error', fail)
      .end(body)
  })
}

async function collect(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new OutgoingError('too-large', 'The provider’s answer is too long')
    chunks.push(chunk)
  }
  const { statusCode: status = 502, headers } = answer
  const empty = status === 204 || status === 304
  return new Response(empty ? null : Buffer.concat(chunks), {
    status,
    headers: {
      'content-type': headers['content-type'] ?? '',
      'www-authenticate': headers['www-authenticate'] ?? '',
    },
  })
}
