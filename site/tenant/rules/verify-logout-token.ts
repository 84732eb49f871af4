import { type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'

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

/**
 * OpenID Connect Back-Channel Logout 1.0 section 2.6, ASVS 5.0 10.5.5: type, signature, issuer, audience, age (two minutes), event, `sub` or `sid`,
 * and no nonce. Whether it has come before is the store's to say, by its `jti`. Answers whose sessions end, or undefined when something doesn't hold.
 */
export async function verifyLogoutToken(claim: LogoutClaim): Promise<EndedSessions | undefined> {
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
}
