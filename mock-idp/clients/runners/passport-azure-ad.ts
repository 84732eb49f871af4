import { createRequire } from 'node:module'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import type { ClientOutcome, Runner } from './outcome.ts'
import { decide, type Strategy, short } from './passport.ts'

const require = createRequire(import.meta.url)
const { OIDCStrategy }: { OIDCStrategy: new (options: object, verify: unknown) => Strategy } =
  require('passport-azure-ad')

interface Profile {
  displayName?: string
  upn?: string
  _json: Record<string, unknown>
}
type Done = (error: Error | null, user: object) => void
const takeProfile = (
  _iss: string,
  _sub: string,
  profile: Profile,
  _token: string,
  _refresh: string,
  done: Done,
) => done(null, profile._json)

/** passport-azure-ad: code flow at a tenant; it verifies signatures, and reads keys from the tenant's address. */
export const passportAzureAd: Runner = async (target): Promise<ClientOutcome> => {
  const { issuer, clientId, clientSecret, redirectUri, person } = target
  const strategy = new OIDCStrategy(
    {
      identityMetadata: `${issuer}/.well-known/openid-configuration`,
      clientID: clientId,
      clientSecret,
      responseType: 'code',
      responseMode: 'query',
      redirectUrl: redirectUri,
      allowHttpForRedirectUrl: true,
      scope: ['profile', 'email'],
      loggingLevel: 'fatal',
      passReqToCallback: false,
    },
    takeProfile,
  )
  const session = {}
  const start = await decide(strategy, { method: 'GET', url: '/login', query: {}, session })
  if (!('redirect' in start)) {
    const reason = 'failure' in start ? start.failure : 'error' in start ? start.error.message : 'no redirect'
    return { accepted: false, step: 'discovery', reason: short(reason) }
  }
  const page = await signInAt(browser(), start.redirect, redirectUri, person)
  const query = Object.fromEntries(new URL(page.url).searchParams)
  const end = await decide(strategy, { method: 'GET', url: page.url, query, session })
  if ('user' in end) return { accepted: true, claims: end.user }
  const reason = 'error' in end ? end.error.message : 'failure' in end ? end.failure : 'no answer'
  return { accepted: false, step: 'login', reason: short(reason) }
}
