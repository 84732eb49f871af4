import { verify } from 'otplib'

/** Seconds. RFC 6238 section 5.2 recommends 30, and at most one step of network delay. */
const STEP = 30

interface CodeClaim {
  /** Base32 */
  secret: string
  /** As typed; blanks are no matter. */
  code: string
  /** ms since 1970 */
  now: number
}

/**
 * RFC 6238 section 4: answers the time step that the code belongs to, or undefined when it is wrong. Whether the step was
 * spent before is the store's to say.
 */
export async function verifyCode({
  secret,
  code,
  now,
}: CodeClaim): Promise<{ timeStep: number } | undefined> {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const verdict = await verify({
    secret,
    token,
    epoch: Math.floor(now / 1000),
    period: STEP,
    epochTolerance: STEP,
  })
  return verdict.valid && 'timeStep' in verdict ? { timeStep: verdict.timeStep } : undefined
}
