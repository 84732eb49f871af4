import type { Exchange } from './exchange.ts'

/** What a preflight asks for (Fetch standard, section "CORS protocol"). */
const preflight = ['access-control-request-method', 'access-control-request-headers'] as const

const allOf = 'GET, HEAD, POST, PUT, PATCH, DELETE'

/**
 * Lets scripts of any site read the answer, with cookies where the client sends them along (keycloak-js) and with headers of
 * its own (okta-auth-js): nothing that scripts may reach goes by a cookie. Answers true when it was a preflight, which has its
 * answer then.
 */
export function allowScripts({ req, res, method }: Exchange): boolean {
  const { origin } = req.headers
  res.setHeader('access-control-allow-origin', origin ?? '*')
  res.setHeader('vary', 'Origin')
  if (origin === undefined) return false
  res.setHeader('access-control-allow-credentials', 'true')
  res.setHeader('access-control-expose-headers', 'WWW-Authenticate, Location, Retry-After')
  const [wantedMethod, wantedHeaders] = preflight.map((name) => req.headers[name])
  if (method !== 'OPTIONS' || wantedMethod === undefined) return false
  res.setHeader('access-control-allow-methods', allOf)
  if (wantedHeaders !== undefined) res.setHeader('access-control-allow-headers', wantedHeaders)
  res.setHeader('access-control-max-age', '600')
  res.writeHead(204).end()
  return true
}
