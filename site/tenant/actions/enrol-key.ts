import { generateRegistrationOptions, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { used } from '../http/acted.ts'
import { atStage, goOn } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { readJson } from '../http/read-json.ts'
import { show } from '../http/show.tsx'
import { tellHolder } from '../http/tell-holder.ts'
import { placeOf } from '../stages.ts'
import { findAccount } from '../store/accounts.ts'
import { addKey, findKey, keysOfAccount } from '../store/security-keys.ts'
import { changeVisit } from '../store/visits.ts'
import { filled } from '../symbols.ts'
import { sayThere, sendOn, usedKey } from './answer-key.ts'
import { enrol } from './enrol.ts'
import { pendingKey, registrationResponse } from './key-bodies.ts'
import { challengeOf, keepChallenge, rpIdOf } from './key-challenge.ts'

/** Log-in.5: what the browser needs to ask for the security key. */
export const offerRegistration = atStage(['enrol-key'], async (c, visit) => {
  const { db } = c.var.tenant.store
  const account = await findAccount(db, visit.account_id ?? '')
  if (!account) return goOn(c)
  const options = await generateRegistrationOptions({
    rpName: 'Netwrix 1Secure',
    rpID: rpIdOf(c),
    userID: Uint8Array.from(Buffer.from(account.handle, 'base64url')),
    userName: account.email,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'discouraged' },
    supportedAlgorithmIDs: c.var.tenant.rules.keyAlgorithms(),
    excludeCredentials: (await keysOfAccount(db, account.id)).map(({ credential_id }) => ({
      id: credential_id,
    })),
  })
  await keepChallenge(c, visit, 'register', options.challenge)
  return c.json(options)
})

/** Log-in.5: the key has answered. It counts as enrolled only after it was named. */
export const takeRegistration = atStage(['enrol-key'], async (c, visit) => {
  const { tenant, sandbox } = c.var
  const { db } = tenant.store
  const response = (await readJson(c, registrationResponse)) as RegistrationResponseJSON
  usedKey(c, visit, 'touch')
  const credential = await tenant.rules.verifyKeyRegistration({
    response,
    isChallenge: challengeOf(c, visit, 'register'),
    origin: tenant.origin,
    rpId: rpIdOf(c),
  })
  if (!credential || (await findKey(db, sandbox.id, credential.id)))
    return sayThere(c, visit, 'This key can’t be added. Please try again, or take another one.', 422)
  const pending = {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
  }
  await changeVisit(db, visit, { stage: 'name-key', pending_key: JSON.stringify(pending) })
  return sendOn(c, placeOf['name-key'])
})

/** The key gets its name, and the login is done. */
export const nameKey = atStage(['name-key'], async (c, visit) => {
  const { sandbox, now } = c.var
  const { name } = await readForm(c, 'name')
  const keyName = name.trim()
  const fields = { 'Security key name': filled(name) }
  used(c, placeOf['name-key'].screen, 'Continue', fields)
  const refuse = (message: string) => show(c, placeOf['name-key'].screen, { message, keyName }, 422)
  if (keyName === '') return refuse('Give the key a name')
  if (keyName.length > 60) return refuse('Use at most 60 characters')
  const key = pendingKey.parse(JSON.parse(visit.pending_key ?? 'null'))
  if (visit.account_id === null) return goOn(c)
  const row = {
    sandbox_id: sandbox.id,
    credential_id: key.id,
    account_id: visit.account_id,
    public_key: key.publicKey,
    counter: key.counter,
    transports: JSON.stringify(key.transports),
    name: keyName,
    added_at: now,
  }
  const enrolled = await enrol(c, visit, {
    about: `Security key “${keyName}”`,
    add: (db) => addKey(db, row),
  })
  if (enrolled === 'not-added')
    return refuse('This key is enrolled already. Try another method, or another key')
  if (!enrolled) return goOn(c)
  if (enrolled.done) tellHolder(c, visit.email, { change: 'security-key-added', keyName })
  return goTo(c, enrolled.next.page, enrolled.next.screen)
})
