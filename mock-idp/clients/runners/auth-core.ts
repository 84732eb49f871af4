import { Auth, type AuthConfig } from '@auth/core'
import type { Provider } from '@auth/core/providers'
import MicrosoftEntraID from '@auth/core/providers/microsoft-entra-id'
import { CookieJar } from 'tough-cookie'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { withCookies } from '../with-cookies.ts'
import { type ClientOutcome, type Runner, reasonOf, type Target } from './outcome.ts'

const app = 'http://localhost:9'

/** The library's own provider for Entra; only the photo, fetched from the real Graph, is left out. */
const entra = ({ issuer, clientId, clientSecret }: Target): Provider =>
  MicrosoftEntraID({
    issuer,
    clientId,
    clientSecret,
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub, name, email }) => ({ id: sub, name, email }),
  })

const generic = ({ issuer, clientId, clientSecret }: Target): Provider => ({
  id: 'mock',
  name: 'Mock',
  type: 'oidc',
  issuer,
  clientId,
  clientSecret,
  checks: ['pkce', 'state', 'nonce'],
})

/** One visitor of an application that uses @auth/core: keeps its cookies, and tells what went wrong inside. */
function visitor(provider: Provider) {
  const errors: Error[] = []
  const config: AuthConfig = {
    providers: [provider],
    secret: 'a secret of the test application',
    basePath: '/auth',
    trustHost: true,
    logger: { error: (error) => void errors.push(error), warn() {}, debug() {} },
    callbacks: { session: ({ session }) => session },
  }
  const request = withCookies(new CookieJar(), (url, init) => Auth(new Request(url, init), config))
  const visit = (path: string, init?: RequestInit) => request(new URL(path, app).href, init)
  return { visit, errors }
}

/** The cause that @auth/core hides behind its own errors. */
function innermost(error: Error): unknown {
  const { cause } = error
  if (cause instanceof Error) return innermost(cause)
  if (typeof cause === 'object' && cause !== null && 'err' in cause && cause.err instanceof Error)
    return innermost(cause.err)
  return error
}

async function run(id: string, provider: Provider, target: Target): Promise<ClientOutcome> {
  const { visit, errors } = visitor(provider)
  const { csrfToken } = await (await visit('/auth/csrf')).json()
  const start = await visit(`/auth/signin/${id}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, callbackUrl: app }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const [discoveryError] = errors
  if (discoveryError)
    return { accepted: false, step: 'discovery', reason: reasonOf(innermost(discoveryError)) }
  const callback = `${app}/auth/callback/${id}`
  const page = await signInAt(browser(), start.headers.get('location') ?? '', callback, target.person)
  if (!page.url.startsWith(callback)) return { accepted: false, step: 'login', reason: 'nothing came back' }
  await visit(page.url.slice(app.length))
  const [loginError] = errors
  if (loginError) return { accepted: false, step: 'login', reason: reasonOf(innermost(loginError)) }
  const session = await (await visit('/auth/session')).json()
  return session?.user
    ? { accepted: true, claims: session.user }
    : { accepted: false, step: 'login', reason: 'no session' }
}

/** @auth/core with its microsoft-entra-id provider. */
export const authCoreEntra: Runner = (target) => run('microsoft-entra-id', entra(target), target)

/** @auth/core with a provider of type oidc. */
export const authCore: Runner = (target) => run('mock', generic(target), target)
