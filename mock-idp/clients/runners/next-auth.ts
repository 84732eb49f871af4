import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import type { Account, AuthOptions } from 'next-auth'
import { CookieJar } from 'tough-cookie'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { withCookies } from '../with-cookies.ts'
import { leaves } from './leave.ts'
import { nextAnswer } from './next-page.ts'
import { type ClientOutcome, type Runner, reasonOf, type Target } from './outcome.ts'

const require = createRequire(import.meta.url)
const { default: azureAd }: { default: (options: object) => AuthOptions['providers'][number] } =
  require('next-auth/providers/azure-ad')

const app = 'http://localhost:9'
const home = `${app}/`
process.env.NEXTAUTH_URL = app

const scope = ({ refresh }: Target) => `openid profile email${refresh ? ' offline_access' : ''}`

/** The library's own provider for Entra; only the photo, fetched from the real Graph, is left out. */
const entra = (target: Target): AuthOptions['providers'][number] =>
  azureAd({ ...settings(target), httpOptions: { timeout: 5000 } })

const generic = (target: Target): AuthOptions['providers'][number] => ({
  ...settings(target),
  id: 'mock',
  name: 'Mock',
  type: 'oauth',
  httpOptions: { timeout: 5000 },
})

const settings = (target: Target) => ({
  wellKnown: `${target.issuer}/.well-known/openid-configuration`,
  clientId: target.clientId,
  clientSecret: target.clientSecret,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'] as ('pkce' | 'state' | 'nonce')[],
  authorization: { params: { scope: scope(target) } },
  profile: ({ sub, name, email }: Record<string, string>) => ({ id: sub ?? '', name, email }),
})

/** What went wrong inside, for each visitor: the library has one logger for the whole process. */
const failures = new AsyncLocalStorage<{ error?: Error }>()
const logger: AuthOptions['logger'] = {
  error(_code, detail) {
    const failure = failures.getStore()
    if (failure) failure.error ??= errorIn(detail)
  },
  warn() {},
  debug() {},
}

/** One visitor of an application that uses the library: keeps its cookies, and tells the account. */
function visitor(provider: AuthOptions['providers'][number]) {
  const seen: { account?: Account } = {}
  const options: AuthOptions = {
    providers: [provider],
    secret: 'a secret of the test application',
    logger,
    callbacks: {
      jwt({ token, account }) {
        if (account) seen.account = account
        return token
      },
    },
  }
  const request = withCookies(new CookieJar(), (url, init) => nextAnswer(new Request(url, init), options))
  const post = async (path: string) => {
    const { csrfToken } = await (await request(`${app}/api/auth/csrf`)).json()
    const body = new URLSearchParams({ csrfToken, callbackUrl: home }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return request(`${app}/api/auth/${path}`, { method: 'POST', body, headers })
  }
  return { seen, post, visit: (url: string) => request(url) }
}

const errorIn = (detail: unknown): Error =>
  detail instanceof Error ? detail : errorIn((detail as { error: unknown }).error)

/** As the library's guide on refresh token rotation has it: the application asks the token endpoint itself. */
async function refreshes(
  target: Target,
  endpoint: string,
  { refresh_token = '' }: Account,
): Promise<boolean> {
  const credentials = { client_id: target.clientId, client_secret: target.clientSecret }
  const body = new URLSearchParams({ ...credentials, grant_type: 'refresh_token', refresh_token })
  return (await fetch(endpoint, { method: 'POST', body })).ok
}

async function run(
  id: string,
  provider: AuthOptions['providers'][number],
  target: Target,
): Promise<ClientOutcome> {
  const failure: { error?: Error } = {}
  failures.enterWith(failure)
  const { seen, post, visit } = visitor(provider)
  const refused = (step: 'discovery' | 'login' | 'refresh' | 'logout', reason: string) =>
    ({ accepted: false, step, reason: failure.error ? sentence(failure.error) : reason }) as const
  const start = (await post(`signin/${id}`)).headers.get('location') ?? ''
  if (failure.error) return refused('discovery', 'no redirect')
  const person = browser()
  const callback = `${app}/api/auth/callback/${id}`
  const page = await signInAt(person, start, callback, target.person)
  if (!page.url.startsWith(callback)) return refused('login', 'nothing came back')
  await visit(page.url)
  const { user } = await (await visit(`${app}/api/auth/session`)).json()
  if (!user || !seen.account) return refused('login', 'no session')
  const metadata = await fetch(`${target.issuer}/.well-known/openid-configuration`)
  const { token_endpoint, end_session_endpoint } = await metadata.json()
  if (target.refresh && !(await refreshes(target, token_endpoint, seen.account)))
    return refused('refresh', 'no new token')
  if (target.leave) {
    await post('signout')
    const hint = { id_token_hint: seen.account.id_token ?? '', post_logout_redirect_uri: home }
    const out = `${end_session_endpoint}?${new URLSearchParams(hint)}`
    if (!(await leaves(person, out, home, start))) return refused('logout', 'the session continues')
  }
  return { accepted: true, claims: user }
}

/** The library's errors are sentences of openid-client; what changes from run to run is left out. */
const sentence = (error: Error) =>
  (error.message.split(/, expected|, now| after | for key/)[0] ?? '').slice(0, 60) || reasonOf(error)

/** next-auth 4 with its azure-ad provider. */
export const nextAuthAzureAd: Runner = (target) => run('azure-ad', entra(target), target)

/** next-auth 4 with a provider of its own. */
export const nextAuth: Runner = (target) => run('mock', generic(target), target)
