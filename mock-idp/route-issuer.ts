import { account } from './admin/account.ts'
import { admin } from './admin/admin.ts'
import { serveGraph } from './graph/serve.ts'
import type { Exchange } from './http/exchange.ts'
import { isPostedFromElsewhere } from './http/from-elsewhere.ts'
import { sendHtml, sendJson } from './http/respond.ts'
import { signOut } from './logout/sign-out.ts'
import { plainErrorPage } from './look/error-page.ts'
import type { Endpoint } from './misbehaviours/types.ts'
import { registerClient } from './oidc/register.ts'
import { answerBroken, dawdle } from './provider/answer-broken.ts'
import {
  authorize,
  authorizeDevice,
  enterDeviceCode,
  passOn,
  pushAuthorization,
  token,
  tokenRights,
  userinfo,
} from './provider/endpoints.ts'
import type { Issuer } from './provider/issuer.ts'
import { publishKeys, publishMetadata } from './provider/publish.ts'
import {
  discoveryPath,
  endpointsOf,
  graphPath,
  logoutPath,
  sessionFramePath,
  versionOnePaths,
} from './provider/routes.ts'
import { sendSessionFrame } from './provider/session-state.ts'
import { signIn } from './sign-in/sign-in.ts'

type Handler = (exchange: Exchange, issuer: Issuer) => unknown

interface Route {
  methods: string
  handler: Handler
  /** The name under which a misbehaviour may answer instead. */
  endpoint?: Endpoint
}

/** Everything below an authority's mount, on one screen. */
function routesFor(kind: 'entra' | 'oidc'): Map<string, Route> {
  const paths = endpointsOf(kind)
  const routes: [string, Route][] = [
    [discoveryPath(kind), { methods: 'GET', handler: publishMetadata, endpoint: 'discovery' }],
    [paths.jwks, { methods: 'GET', handler: publishKeys, endpoint: 'keys' }],
    [paths.authorization, { methods: 'GET POST', handler: authorize, endpoint: 'authorize' }],
    [paths.token, { methods: 'POST', handler: token, endpoint: 'token' }],
    [paths.userinfo, { methods: 'GET POST', handler: userinfo, endpoint: 'userinfo' }],
    [logoutPath(kind), { methods: 'GET POST', handler: signOut, endpoint: 'logout' }],
    [sessionFramePath(kind), { methods: 'GET', handler: sendSessionFrame }],
    [paths.device_authorization, { methods: 'POST', handler: authorizeDevice }],
    [paths.code_verification, { methods: 'GET POST', handler: enterDeviceCode }],
  ]
  for (const path of [paths.revocation, paths.introspection])
    if (path) routes.push([path, { methods: 'POST', handler: tokenRights }])
  if (paths.registration) routes.push([paths.registration, { methods: 'POST', handler: registerClient }])
  const pushing = paths.pushed_authorization_request
  if (pushing) routes.push([pushing, { methods: 'POST', handler: pushAuthorization }])
  return new Map(routes)
}

const tables = { entra: routesFor('entra'), oidc: routesFor('oidc') }

/** A request for version 1.0 of Entra's endpoints goes to those of version 2.0, and is marked. */
function currentVersion(exchange: Exchange, mount: string): Exchange {
  const path = versionOnePaths.get(exchange.path.slice(mount.length).replace(/\/$/, ''))
  return path === undefined ? exchange : { ...exchange, path: mount + path, versionOne: true }
}

/** Sends a request to the endpoint of its authority that it belongs to. */
export async function routeIssuer(asked: Exchange, issuer: Issuer) {
  const { kind, mount } = issuer.authority
  const exchange = kind === 'entra' ? currentVersion(asked, mount) : asked
  const { path, method, res } = exchange
  const rest = path.slice(mount.length)
  if (
    /^\/(?:login|admin|account|device|oauth2\/deviceauth)(?:\/|$)/.test(rest) &&
    isPostedFromElsewhere(exchange)
  )
    return sendHtml(res, 403, plainErrorPage('access_denied', 'This form comes from a page of another site.'))
  if (rest.startsWith('/login/')) return signIn(exchange, issuer)
  if (issuer.authority.directory && rest === '/account') return account(exchange, issuer)
  if (kind === 'entra' && issuer.authority.directory) {
    if (rest === '/admin' || rest.startsWith('/admin/')) return admin(exchange, issuer)
    if (rest.startsWith(graphPath)) return serveGraph(exchange, issuer)
  }
  const { authorization, code_verification: verification } = endpointsOf(kind)
  if (rest.startsWith(`${authorization}/`)) return passOn(exchange, issuer)
  if (rest.startsWith(`${verification}/`)) return enterDeviceCode(exchange, issuer)

  const at = rest.replace(/\/$/, '')
  const isClosed = at === endpointsOf(kind).registration && !issuer.authority.directory?.registration
  const route = isClosed ? undefined : tables[kind].get(at)
  if (!route) return notFound(exchange)
  const allowed = route.methods.split(' ')
  if (!allowed.includes(method === 'HEAD' ? 'GET' : method)) {
    const text = `This endpoint takes ${allowed.join(' and ')} requests only.`
    return sendJson(
      res,
      405,
      { error: 'invalid_request', error_description: text },
      { allow: allowed.join(', ') },
    )
  }
  const misbehaviour = route.endpoint && issuer.misbehaviourOf(undefined)
  if (!misbehaviour || !route.endpoint) return route.handler(exchange, issuer)
  const { authorization: credentials } = exchange.req.headers
  const broken = misbehaviour.answer?.(route.endpoint, {
    authorization: credentials,
    url: exchange.base + path,
  })
  const delay = misbehaviour.delayMs?.[route.endpoint]
  if (broken || delay)
    issuer.emit({ type: 'misbehaved', misbehaviour: misbehaviour.id, what: `${route.endpoint} endpoint` })
  if (broken) return answerBroken(exchange, broken)
  if (delay && !(await dawdle(exchange, delay))) return
  return route.handler(exchange, issuer)
}

function notFound({ req, res, path }: Exchange) {
  const text = `Nothing is at ${path}.`
  return (req.headers.accept ?? '').includes('text/html')
    ? sendHtml(res, 404, plainErrorPage('not_found', text))
    : sendJson(res, 404, { error: 'not_found', error_description: text })
}
