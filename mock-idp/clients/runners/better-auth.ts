import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { genericOAuth } from 'better-auth/plugins'
import { CookieJar } from 'tough-cookie'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { withCookies } from '../with-cookies.ts'
import { leaves } from './leave.ts'
import type { ClientOutcome, Runner, Target } from './outcome.ts'

const app = 'http://localhost:9'
const home = `${app}/`
const provider = 'mock'

/** One visitor of an application that uses the library, with an empty database. */
function visitor({ issuer, clientId, clientSecret, refresh }: Target) {
  const said: string[] = []
  const auth = betterAuth({
    baseURL: app,
    secret: 'a long secret of the application under test',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    logger: { level: 'error', log: (_level, message) => void said.push(message) },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: provider,
            discoveryUrl: `${issuer}/.well-known/openid-configuration`,
            clientId,
            clientSecret,
            pkce: true,
            scopes: ['openid', 'profile', 'email', ...(refresh ? ['offline_access'] : [])],
          },
        ],
      }),
    ],
  })
  const send = withCookies(new CookieJar(), (url, init) => auth.handler(new Request(url, init)))
  return {
    said,
    visit: (url: string) => send(url),
    post: (path: string, body: object) =>
      send(`${app}/api/auth/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: app },
      }),
  }
}

/** better-auth with its genericOAuth: code flow with PKCE, a refresh and a logout at the provider. */
export const betterAuthGeneric: Runner = async (target): Promise<ClientOutcome> => {
  const { said, visit, post } = visitor(target)
  const refused = (step: 'discovery' | 'login' | 'refresh' | 'logout', reason: string) =>
    ({ accepted: false, step, reason: short(said.find((line) => line !== '') ?? reason) }) as const
  const begun = await post('sign-in/social', { provider, callbackURL: home, errorCallbackURL: home })
  const { url = '', code }: { url?: string; code?: string } = await begun.json()
  if (!begun.ok || !url) return refused('discovery', code ?? 'no redirect')
  const person = browser()
  const callback = `${app}/api/auth/callback/${provider}`
  const page = await signInAt(person, url, callback, target.person)
  if (!page.url.startsWith(callback)) return refused('login', 'nothing came back')
  const after = new URL((await visit(page.url)).headers.get('location') ?? home, app)
  const session = await (await visit(`${app}/api/auth/get-session`)).json()
  if (!session?.user) return refused('login', after.searchParams.get('error') ?? 'no session')
  if (target.refresh) {
    const [account] = await (await visit(`${app}/api/auth/list-accounts`)).json()
    const { ok } = await post('refresh-token', { accountId: account.id })
    if (!ok) return refused('refresh', 'no new token')
  }
  if (target.leave) {
    const { url: out = '' }: { url?: string } = await (await post('sign-out', { callbackURL: home })).json()
    if (!out || !(await leaves(person, out, home, url))) return refused('logout', 'the session continues')
  }
  return { accepted: true, claims: session.user }
}

/** What changes from run to run is left out. */
const short = (text: string) => text.replaceAll(/https?:\/\/\S+|[\da-f-]{20,}/g, '…').slice(0, 60)
