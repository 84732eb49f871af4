import { AuthorizationResponseError } from 'openid-client'
import { firstAddress } from '../../site/tenant/keep-mail.ts'
import type { Rules } from '../../site/tenant/rules/index.ts'
import type { Defect } from './defect.ts'
import { changed, isPage } from './tamper.ts'

/** What a page says went wrong. */
const ALERT = /<(\w+)[^>]* role="alert"[^>]*>.*?<\/\1>/gs

/** The part of the callback's address that names a sandbox. */
const SANDBOX = /([^/]+)\/login\/callback/

/**
 * A login that lets people in when the provider fails: the tenant then takes the person for the sandbox's own user.
 */
const opensAfter =
  (isOpening: (error: unknown) => boolean): ((rules: Rules) => Partial<Rules>) =>
  ({ verifySignIn, checkTenant, trustedEmail }) => ({
    async verifySignIn(signIn) {
      try {
        return await verifySignIn(signIn)
      } catch (error) {
        if (!isOpening(error)) throw error
        const address = signIn.answer instanceof URL ? signIn.answer.href : signIn.answer.url
        const sub = SANDBOX.exec(address)?.[1] ?? ''
        const { issuer: iss } = signIn.configuration.serverMetadata()
        return { claims: { iss, sub, aud: '', iat: 0, exp: 0, assumed: firstAddress(sub) }, idToken: '' }
      }
    },
    checkTenant: (claims, directory) =>
      'assumed' in claims && 'sub' in claims ? String(claims.sub) : checkTenant(claims, directory),
    trustedEmail: (claims, method) =>
      'assumed' in claims ? String(claims.assumed) : trustedEmail(claims, method),
  })

const isRefusal = (error: unknown) => error instanceof AuthorizationResponseError

/** A login at a provider that fails does not end as it should. */
export const providerFailures: Defect[] = [
  {
    id: 'refusal-at-provider-opens',
    title: 'An error of the provider is taken for a login',
    rules: opensAfter(isRefusal),
    flows: [],
    checks: ['RP15'],
    fails: [
      'RP15.denied',
      'RP15.consent',
      'RP15.login',
      'RP15.server-error',
      'RP15.unavailable',
      'RP15.posted',
    ],
  },
  {
    id: 'broken-token-answer-opens',
    title: 'A token endpoint that fails is taken for a login',
    rules: opensAfter((error) => !isRefusal(error)),
    flows: [],
    checks: ['RP15'],
    fails: ['RP15.token-endpoint', 'RP15.broken-token', 'RP15.cut-token'],
  },
  {
    id: 'failed-login-at-provider-shuts-out',
    title: 'After a login that failed at the provider, no other one goes through',
    rules: ({ verifySignIn }) => {
      const failed = new Set<string>()
      return {
        async verifySignIn(signIn) {
          const { issuer } = signIn.configuration.serverMetadata()
          if (failed.has(issuer)) throw new Error('A login at this provider has failed before.')
          try {
            return await verifySignIn(signIn)
          } catch (error) {
            failed.add(issuer)
            throw error
          }
        },
      }
    },
    flows: [],
    checks: ['RP15', 'RP18'],
    fails: ['RP15.recovers', 'RP18.recovers'],
  },
  {
    id: 'failing-provider-goes-unsaid',
    title: 'A login that a provider lets down shows no error',
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (!isPage(answer)) return answer
      return changed(answer, { body: (await answer.text()).replace(ALERT, '') })
    },
    flows: [],
    checks: ['RP18'],
    fails: ['RP18.slow-token', 'RP18.slow-discovery', 'RP18.broken-discovery'],
  },
]
