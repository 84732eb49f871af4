import { timingSafeEqual } from 'node:crypto'
import type { Exchange } from '../http/exchange.ts'
import { sendJson, sendResponse } from '../http/respond.ts'
import type { MockIdp } from '../mock-idp.ts'
import type { ProviderState } from '../provider-state.ts'
import { controlApp } from './app.ts'

export interface ControlOptions {
  idp: MockIdp
  state: ProviderState
  /** Aborted when the provider closes. */
  ending: AbortSignal
  token: string
  /** Pages that may call it by script. */
  origins: readonly string[]
  /** Directories for each class. */
  limit: number
}

function allowed(header: string | undefined, token: string): boolean {
  const [given, known] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === known.length && timingSafeEqual(given, known)
}

const isJson = (type: string | undefined) => /^application\/json\b/i.test(type ?? '')

/** Lets a page of a known origin read the answer; answers true for its preflight, which is answered then. */
function allowOrigin({ res, method }: Exchange, origin: string): boolean {
  res.setHeader('access-control-allow-origin', origin)
  res.setHeader('vary', 'Origin')
  if (method !== 'OPTIONS') return false
  res.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE')
  res.setHeader('access-control-allow-headers', 'authorization, content-type')
  res.writeHead(204).end()
  return true
}

/** Why a call is refused before anything looks at it: status, code and sentence. */
function refusalOf(
  { req, body }: Exchange,
  { token, origins }: ControlOptions,
): [number, string, string] | undefined {
  const { origin, authorization } = req.headers
  if (origin !== undefined && !origins.includes(origin))
    return [403, 'FOREIGN_ORIGIN', `Pages of ${origin} may not call the control API: add it to its origins.`]
  if (!allowed(authorization, token))
    return [401, 'UNAUTHORIZED', 'Send the control token as a bearer token.']
  if (body.length > 0 && !isJson(req.headers['content-type']))
    return [415, 'NOT_JSON', 'Send the body as JSON, with Content-Type: application/json.']
  return undefined
}

/**
 * The control API under `/_control`, for tests in other languages: what a test in this one does by the handle. Takes a
 * request when it is for it.
 */
export async function control(exchange: Exchange, options: ControlOptions): Promise<boolean> {
  const { req, res, method, path, query, body, base } = exchange
  if (!path.startsWith('/_control/')) return false
  const { origin } = req.headers
  if (origin !== undefined && options.origins.includes(origin) && allowOrigin(exchange, origin)) return true
  const refusal = refusalOf(exchange, options)
  if (refusal) {
    const [status, error, message] = refusal
    sendJson(res, status, { error, message })
    return true
  }
  const url = new URL(path, base)
  url.search = query.toString()
  const request = new Request(url, { method, ...(body.length > 0 && { body: new Uint8Array(body) }) })
  const { idp, state, ending, limit } = options
  await sendResponse(res, await controlApp.fetch(request, { idp, state, ending, limit }))
  return true
}
