import * as client from 'openid-client'
import type { Rules } from '../../site/tenant/rules/index.ts'
import type { Claims } from '../../site/tenant/rules/sso-logins.ts'

/** What a token says, unchecked. */
export interface Token {
  header: { alg?: string; kid?: string; jwk?: object }
  claims: Claims
}

const part = (token: string, n: number) =>
  JSON.parse(Buffer.from(token.split('.')[n] ?? '', 'base64url').toString() || '{}')

/** What a token says, unchecked. */
export const readToken = (token: string): Token => ({ header: part(token, 0), claims: part(token, 1) })

/** What a defect may know of a login. */
export interface Login extends Token {
  /** The ID token itself. */
  token: string
  issuer: string
  clientId: string
  nonce: string | undefined
}

/**
 * A sound check of an ID token that also accepts one which is wrong in one way.
 * @param accepts tells that way by what the token says
 */
export const acceptingAlso =
  (accepts: (login: Login) => boolean): ((rules: Rules) => Partial<Rules>) =>
  ({ verifySignIn }) => ({
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
        const { issuer } = configuration.serverMetadata()
        const { client_id: clientId } = configuration.clientMetadata()
        const login = { ...readToken(token), token, issuer, clientId, nonce: claim.nonce }
        if (!accepts(login)) throw error
        return { claims: { ...login.claims, iss: issuer }, idToken: token }
      }
    },
  })
