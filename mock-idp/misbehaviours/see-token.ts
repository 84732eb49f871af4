import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose'

/** A token as it went over the wire. */
export interface SeenToken {
  header: Record<string, unknown>
  claims: JWTPayload
  /** Whether the published keys verify it. */
  verified: boolean
}

/** Takes a token apart, whatever is wrong with it; undefined if there is no token. */
export async function seeToken(jwt: string | undefined, jwksUri: string): Promise<SeenToken | undefined> {
  if (!jwt) return undefined
  const verified = await jwtVerify(jwt, createRemoteJWKSet(new URL(jwksUri)), {
    currentDate: new Date(0),
  }).then(
    () => true,
    (error: { code?: string }) =>
      error.code === 'ERR_JWT_EXPIRED' || error.code === 'ERR_JWT_CLAIM_VALIDATION_FAILED',
  )
  return { header: { ...decodeProtectedHeader(jwt) }, claims: decodeJwt(jwt), verified }
}
