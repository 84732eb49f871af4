import * as client from 'openid-client'
import type { Defect } from './defect.ts'
import { readToken } from './sso-tokens.ts'

const choosy = (claim: string, title: string, rules: NonNullable<Defect['rules']>): Defect => ({
  id: `choosy-about-${claim}`,
  title,
  rules,
  flows: [],
  checks: ['RP19'],
  fails: [`RP19.${claim}`],
})

/** A relying party that refuses what the standards leave to the provider. */
export const choosyRelyingParty: Defect[] = [
  choosy('userinfo', 'What userinfo says is not used', ({ verifySignIn }) => ({
    async verifySignIn(signIn) {
      const { claims, idToken } = await verifySignIn(signIn)
      return { claims: { ...readToken(idToken).claims, iss: claims.iss }, idToken }
    },
  })),
  choosy('bearer', 'The access token goes to userinfo in the body', ({ verifySignIn }) => ({
    verifySignIn(signIn) {
      const { configuration } = signIn
      const own = configuration[client.customFetch] ?? ((url, options) => fetch(url, options as RequestInit))
      configuration[client.customFetch] = (url, options) => {
        const token = new Headers(options.headers as HeadersInit)
          .get('authorization')
          ?.replace(/^bearer /i, '')
        if (!url.endsWith('/userinfo') || !token) return own(url, options)
        return own(url, {
          ...options,
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ access_token: token }).toString(),
        } as typeof options)
      }
      return verifySignIn(signIn)
    },
  })),
]
