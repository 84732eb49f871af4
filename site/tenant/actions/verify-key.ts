import { type AuthenticationResponseJSON, generateAuthenticationOptions } from '@simplewebauthn/server'
import { atOnce } from '../http/at-once.ts'
import { atStage, goOn } from '../http/at-stage.ts'
import type { Ctx } from '../http/context.ts'
import { rememberDevice } from '../http/device-cookie.ts'
import { readJson } from '../http/read-json.ts'
import type { StagePage } from '../stages.ts'
import { findAccount } from '../store/accounts.ts'
import type { SecurityKey, Visit } from '../store/schema.ts'
import { findKey, keysOfAccount, moveCounter } from '../store/security-keys.ts'
import { sayThere, sendOn, usedKey } from './answer-key.ts'
import { authenticationResponse } from './key-bodies.ts'
import { challengeOf, keepChallenge, rpIdOf } from './key-challenge.ts'
import { signIn } from './sign-in.ts'

const transportsOf = (key: SecurityKey) => JSON.parse(key.transports) as string[]

/** A later login: what the browser needs to ask for one of the account's keys. */
export const offerAssertion = atStage(['verify-key'], async (c, visit) => {
  const keys = await keysOfAccount(c.var.tenant.store.db, visit.account_id ?? '')
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(c),
    userVerification: 'discouraged',
    allowCredentials: keys.map((key) => ({ id: key.credential_id, transports: transportsOf(key) })),
  })
  await keepChallenge(c, visit, 'authenticate', options.challenge)
  return c.json(options)
})

/** A later login: the key has answered. */
export const takeAssertion = atStage(['verify-key'], async (c, visit) => {
  const { remember, ...response } = await readJson(c, authenticationResponse)
  usedKey(c, visit, 'touch', { 'Remember this device for 30 days': [remember ? 'any' : 'empty'] })
  const proven = await provenKey(c, visit, response as AuthenticationResponseJSON)
  const next = proven && (await enterBy(c, visit, proven, remember === true))
  if (!proven || next === 'replayed')
    return sayThere(c, visit, 'This key wasn’t accepted. Please try again, or take another one.', 422)
  return next ? sendOn(c, next) : goOn(c)
})

/** Keeps the key's counter and lets the visitor in, both or neither. */
const enterBy = (c: Ctx, visit: Visit, { key, counter }: ProvenKey, remember: boolean) =>
  atOnce<StagePage | 'replayed'>(c, async () => {
    if (!(await moveCounter(c.var.tenant.store.db, key, counter))) return 'replayed'
    if (remember) await rememberDevice(c, key.account_id)
    return signIn(c, visit)
  })

interface ProvenKey {
  key: SecurityKey
  /** What its counter is now. */
  counter: number
}

/** Which of the account's own keys the response proves to be there. */
async function provenKey(
  c: Ctx,
  visit: Visit,
  response: AuthenticationResponseJSON,
): Promise<ProvenKey | undefined> {
  const { tenant, sandbox } = c.var
  const { db } = tenant.store
  const account = await findAccount(db, visit.account_id ?? '')
  const key = await findKey(db, sandbox.id, response.id)
  if (!account || !key || key.account_id !== account.id) return undefined
  const proven = await tenant.rules.verifyKeyAssertion({
    response,
    isChallenge: challengeOf(c, visit, 'authenticate'),
    origin: tenant.origin,
    siteOrigin: tenant.siteOrigin,
    rpId: rpIdOf(c),
    handle: account.handle,
    credential: {
      id: key.credential_id,
      publicKey: Uint8Array.from(Buffer.from(key.public_key, 'base64url')),
      counter: Number(key.counter),
      transports: transportsOf(key),
    },
  })
  return proven && { key, counter: proven.counter }
}

/** WebAuthn Level 3 sections 7.1 and 7.2, step 2: the person may refuse, sees an error, and can try again. */
export const keyCancelled = atStage(['enrol-key', 'verify-key'], async (c, visit) => {
  usedKey(c, visit, 'cancel')
  return sayThere(c, visit, 'The security key wasn’t used. Please try again, or try another method.', 200)
})
