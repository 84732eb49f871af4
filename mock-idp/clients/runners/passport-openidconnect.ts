import { createRequire } from 'node:module'
import { browser, hiddenFields } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import type { ClientOutcome, Runner } from './outcome.ts'
import { decide, type Strategy, short } from './passport.ts'

const require = createRequire(import.meta.url)
const OpenIDConnectStrategy: new (
  options: object,
  verify: unknown,
) => Strategy = require('passport-openidconnect')

type Done = (error: Error | null, user: object) => void
const takeProfile = (_issuer: string, profile: object, done: Done) => done(null, profile)

/** passport-openidconnect: no discovery, no PKCE, no signature checks; it reads the userinfo. */
export const passportOpenidconnect: Runner = async (target): Promise<ClientOutcome> => {
  const { issuer, clientId, clientSecret, redirectUri, person } = target
  const discovered = await fetch(`${issuer}/.well-known/openid-configuration`)
    .then((answer) => answer.json())
    .catch(() => undefined)
  if (discovered === undefined)
    return { accepted: false, step: 'discovery', reason: 'the metadata are no JSON' }
  if (!discovered.authorization_endpoint)
    return { accepted: false, step: 'discovery', reason: 'the metadata name no endpoints' }
  const strategy = new OpenIDConnectStrategy(
    {
      issuer,
      authorizationURL: discovered.authorization_endpoint,
      tokenURL: discovered.token_endpoint,
      userInfoURL: discovered.userinfo_endpoint,
      clientID: clientId,
      clientSecret,
      callbackURL: redirectUri,
      scope: ['profile', 'email'],
      nonce: true,
      skipUserProfile: false,
    },
    takeProfile,
  )
  const session = {}
  const start = await decide(strategy, { method: 'GET', url: '/login', query: {}, session })
  if (!('redirect' in start)) return { accepted: false, step: 'login', reason: 'no redirect' }
  const page = await signInAt(browser(), start.redirect, redirectUri, person)
  const isPosted = page.html.includes('id="answer"')
  const query = isPosted ? hiddenFields(page.html) : Object.fromEntries(new URL(page.url).searchParams)
  const end = await decide(strategy, { method: 'GET', url: page.url, query, session })
  if (!('user' in end)) {
    const reason = 'error' in end ? end.error.message : 'failure' in end ? end.failure : 'no answer'
    return { accepted: false, step: 'login', reason: short(reason) }
  }
  const { emails = [] } = end.user as { emails?: { value: string }[] }
  return { accepted: true, claims: { ...end.user, email: emails[0]?.value } }
}
