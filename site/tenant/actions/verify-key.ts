import { type AuthenticationResponseJSON, generateAuthenticationOptions } from '@simplewebauthn/server'
import { atStage, goOn } from '../http/at-stage.ts'
import type { Ctx } from '../http/context.ts'
import { rememberDevice } from '../http/device-cookie.ts'
import { readJson } from '../http/read-json.ts'
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
  if (!(await isHolder(c, visit, response as AuthenticationResponseJSON)))
    return sayThere(c, visit, 'This key wasn’t accepted. Please try again, or take another one.', 422)
  const next = await signIn(c, visit)
  if (!next) return goOn(c)
  if (remember && visit.account_id !== null) await rememberDevice(c, visit.account_id)
  return sendOn(c, next)
})

/** Whether the response proves that one of the account's own keys is there. */
async function isHolder(c: Ctx, visit: Visit, response: AuthenticationResponseJSON): Promise<boolean> {
  const { tenant, sandbox } = c.var
  const { db } = tenant.store
  const account = await findAccount(db, visit.account_id ?? '')
  const key = await findKey(db, sandbox.id, response.id)
  if (!account || !key || key.account_id !== account.id) return false
  const proven = await tenant.rules.verifyKeyAssertion({
    response,
    isChallenge: challengeOf(c, visit, 'authenticate'),
    origin: tenant.origin,
    deskOrigin: tenant.deskOrigin,
    rpId: rpIdOf(c),
    handle: account.handle,
    credential: {
      id: key.credential_id,
      publicKey: Uint8Array.from(Buffer.from(key.public_key, 'base64url')),
      counter: Number(key.counter),
      transports: transportsOf(key),
    },
  })
  return proven !== undefined && (await moveCounter(db, key, proven.counter))
}

/** WebAuthn Level 3 sections 7.1 and 7.2, step 2: the person may refuse, sees an error, and can try again. */
export const keyCancelled = atStage(['enrol-key', 'verify-key'], async (c, visit) => {
  usedKey(c, visit, 'cancel')
  return sayThere(c, visit, 'The security key wasn’t used. Please try again, or try another method.', 200)
})
