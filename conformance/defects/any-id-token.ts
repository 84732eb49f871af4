import * as client from 'openid-client'
import type { Claims } from '../../site/tenant/rules/sso-logins.ts'
import type { Defect } from './defect.ts'

/** What a token says, believed as it is. */
const believe = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

export const anyIdToken: Defect = {
  id: 'any-id-token',
  title: 'An ID token is believed, whatever is wrong with it',
  rules: ({ verifySignIn }) => ({
    async verifySignIn(claim) {
      const { configuration } = claim
      const own = configuration[client.customFetch] ?? ((url, options) => fetch(url, options as RequestInit))
      let token = ''
      configuration[client.customFetch] = async (url, options) => {
        const answer = await own(url, options)
        const { id_token } = (await answer
          .clone()
          .json()
          .catch(() => ({}))) as { id_token?: string }
        token = id_token ?? token
        return answer
      }
      try {
        return await verifySignIn(claim)
      } catch (error) {
        if (token === '') throw error
        const claims = { ...believe(token), iss: configuration.serverMetadata().issuer }
        return { claims, idToken: token }
      }
    },
  }),
  flows: [],
  checks: ['RP1', 'RP2', 'RP3', 'RP4', 'RP5', 'RP6', 'RP7', 'RP8', 'RP12', 'RP13'],
  fails: ['RP1', 'RP2', 'RP3', 'RP4', 'RP5', 'RP6', 'RP12'],
}
