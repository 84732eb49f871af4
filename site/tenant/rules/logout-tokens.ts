import { type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { subject } from './rule.ts'

const rule = subject('logout-tokens')

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']

const logoutToken = z
  .looseObject({
    iat: z.number(),
    jti: z.string(),
    sub: z.string().optional(),
    sid: z.string().optional(),
    events: z.looseObject({ [EVENT]: z.looseObject({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)

interface LogoutClaim {
  token: string
  keys: JWTVerifyGetKey
  issuer: string
  clientId: string
  /** ms since 1970 */
  now: number
}

export interface EndedSessions {
  jti: string
  subject?: string
  sid?: string
}

export const verifyLogoutToken = rule(
  {
    says: 'A logout token is checked for type, signature, issuer, audience, age (two minutes) and event. It names a user or a session, and has no nonce.',
    clauses: ['OpenID Connect Back-Channel Logout 1.0 2.6', 'ASVS 5.0 10.5.5'],
    tests: ['sso/back-channel-logout.test.ts'],
  },
  /** Answers which sessions end, or undefined when a check fails. The store knows by `jti` whether it came before. */
  async (claim: LogoutClaim): Promise<EndedSessions | undefined> => {
    try {
      const { payload } = await jwtVerify(claim.token, claim.keys, {
        algorithms,
        typ: 'logout+jwt',
        issuer: claim.issuer,
        audience: claim.clientId,
        currentDate: new Date(claim.now),
        maxTokenAge: '2 minutes',
        clockTolerance: 30,
      })
      const read = logoutToken.safeParse(payload)
      if (!read.success) return undefined
      const { jti, sub, sid } = read.data
      return { jti, ...(sub === undefined ? {} : { subject: sub }), ...(sid === undefined ? {} : { sid }) }
    } catch {
      return undefined
    }
  },
)
