import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { describe, expect, test } from 'vitest'
import { type Algorithm, coseNumbers } from './key-algorithms.ts'
import type { Forgery } from './key-answer.ts'
import { type RequestOptions, SecurityKey } from './security-key.ts'

const origin = 'https://doorstep.example'
const rpID = 'doorstep.example'
const expected = { expectedOrigin: origin, expectedRPID: rpID }
const algorithms = Object.keys(coseNumbers) as Algorithm[]
const challenge = Buffer.from('another challenge').toString('base64url')

const creation = (supportedAlgorithmIDs: number[] = [-7]) =>
  generateRegistrationOptions({
    rpName: 'Test',
    rpID,
    userName: 'someone@example.com',
    supportedAlgorithmIDs,
  })

async function register(key: SecurityKey, forgery?: Forgery, supportedAlgorithmIDs = [-7]) {
  const options = await creation(supportedAlgorithmIDs)
  const response = await key.register(options, origin, forgery)
  const expectedChallenge = options.challenge
  return verifyRegistrationResponse({ ...expected, response, expectedChallenge, supportedAlgorithmIDs })
}

async function logIn(key: SecurityKey, credential: WebAuthnCredential, forgery?: Forgery) {
  const options = await generateAuthenticationOptions({ rpID, allowCredentials: [{ id: credential.id }] })
  const response = await key.authenticate(options, origin, forgery)
  return verifyAuthenticationResponse({
    ...expected,
    response,
    expectedChallenge: options.challenge,
    credential,
  })
}

async function registered(key = new SecurityKey(), offered?: number[]) {
  const { registrationInfo } = await register(key, {}, offered)
  if (!registrationInfo) throw new Error('An honest registration was refused.')
  return { key, credential: registrationInfo.credential }
}

async function enrolled(key: SecurityKey): Promise<WebAuthnCredential> {
  const { id, publicKey, counter } = await key.enrolled(rpID)
  return { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter }
}

const makePairs = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
}

/** Checks the signature of a login without any library for WebAuthn. */
async function isSignedFor(publicKey: KeyObject, key: SecurityKey): Promise<boolean> {
  const { response } = await key.authenticate({ challenge, rpId: rpID }, origin)
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const client = createHash('sha256').update(bytes(response.clientDataJSON)).digest()
  const signed = Buffer.concat([bytes(response.authenticatorData), client])
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey
  const digest = asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'sha384' : 'sha256'
  return verify(asymmetricKeyType === 'ed25519' ? null : digest, signed, publicKey, bytes(response.signature))
}

describe.each(algorithms)('%s', (algorithm) => {
  test('a registration is taken, and the logins after it, whose counter rises', async () => {
    const { key, credential } = await registered(new SecurityKey([algorithm]), [coseNumbers[algorithm]])
    for (const time of [1, 2, 3]) {
      const { verified, authenticationInfo } = await logIn(key, credential)
      expect(verified).toBe(true)
      expect(authenticationInfo.newCounter).toBe(time)
    }
  })

  test('a credential that counts as registered before logs in', async () => {
    const key = new SecurityKey([algorithm])
    expect((await logIn(key, await enrolled(key))).verified).toBe(true)
  })

  test('a credential that another authenticator has made signs for it', async () => {
    const { privateKey, publicKey } = makePairs[algorithm]()
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    const credential = { credentialId: 'AQ==', privateKey: pkcs8, rpId: rpID, signCount: 41 }
    const key = SecurityKey.fromJSON({ credentials: [credential] })
    expect(await isSignedFor(publicKey, key)).toBe(true)
    expect(key.toJSON().credentials).toEqual([{ ...credential, signCount: 42 }])
  })

  test('a registration also returns the public key, as browsers do', async () => {
    const key = new SecurityKey([algorithm])
    const { response } = await key.register(await creation([coseNumbers[algorithm]]), origin)
    expect(response.publicKeyAlgorithm).toBe(coseNumbers[algorithm])
    const der = Buffer.from(response.publicKey, 'base64url')
    expect(await isSignedFor(createPublicKey({ key: der, format: 'der', type: 'spki' }), key)).toBe(true)
  })

  test('one changed bit of a signature makes it wrong', async () => {
    const key = new SecurityKey([algorithm])
    const login = logIn(key, await enrolled(key), { flipSignature: true })
    expect(await login.then(({ verified }) => verified).catch(() => false)).toBe(false)
  })
})

const forgeries: [string, Forgery][] = [
  ['another origin', { origin: 'https://evil.example' }],
  ['another challenge', { challenge }],
  ['another RP ID', { rpId: 'evil.example' }],
  ['nobody present', { flags: { UP: false } }],
  ['a holder who is not verified', { flags: { UV: false } }],
  ['a backup of what cannot be backed up', { flags: { BS: true } }],
]

describe('a server that holds the standard refuses a registration with', () => {
  test.each<[string, Forgery]>([
    ...forgeries,
    ['the type of a login', { type: 'webauthn.get' }],
    ['an algorithm that was not offered', { algorithm: 'ES384' }],
  ])('%s', async (_what, forgery) => {
    await expect(register(new SecurityKey(), forgery)).rejects.toThrow()
  })
})

describe('a server that holds the standard refuses a login with', () => {
  test.each<[string, Forgery]>([
    ...forgeries,
    ['the type of a registration', { type: 'webauthn.create' }],
    ['a counter that goes back', { counter: 8 }],
  ])('%s', async (_what, forgery) => {
    const { key, credential } = await registered()
    await logIn(key, credential, { counter: 9 })
    await expect(logIn(key, { ...credential, counter: 9 }, forgery)).rejects.toThrow()
  })
})

describe('the key', () => {
  test('takes what it likes best of the algorithms that are offered', async () => {
    const chosen = async (key: SecurityKey, ...offered: number[]) =>
      (await key.register(await creation(offered), origin)).response.publicKeyAlgorithm
    expect(await chosen(new SecurityKey(), -8, -257, -7)).toBe(-7)
    expect(await chosen(new SecurityKey(), -257, -8)).toBe(-8)
    expect(await chosen(new SecurityKey(['RS256']), -7, -257)).toBe(-257)
    expect(await chosen(new SecurityKey(['EdDSA', 'RS256']))).toBe(-257)
    await expect(chosen(new SecurityKey(), -35)).rejects.toMatchObject({ name: 'NotSupportedError' })
  })

  test('is registered with an account once', async () => {
    const { key, credential } = await registered()
    const options = { ...(await creation()), excludeCredentials: [{ id: credential.id, type: 'public-key' }] }
    await expect(key.register(options, origin)).rejects.toMatchObject({ name: 'InvalidStateError' })
    await expect(new SecurityKey().register(options, origin)).resolves.toMatchObject({ type: 'public-key' })
  })

  test('answers for what it was asked for alone', async () => {
    const { key, credential } = await registered()
    const { id } = await key.enrolled(rpID)
    const asked = async (options: Partial<RequestOptions>, forgery?: Forgery) =>
      (await key.authenticate({ challenge, rpId: rpID, ...options }, origin, forgery)).id
    const allow = (...ids: string[]) => ({ allowCredentials: ids.map((id) => ({ id, type: 'public-key' })) })
    expect(await asked(allow(credential.id))).toBe(credential.id)
    expect(await asked({})).toBe(id)
    await expect(asked(allow('AQ'))).rejects.toMatchObject({ name: 'NotAllowedError' })
    await expect(asked({ rpId: 'evil.example' })).rejects.toMatchObject({ name: 'NotAllowedError' })
    expect(await asked(allow('AQ'), { unasked: true })).toBe(id)
  })

  test('names the user that it was registered for, unless it is to keep silent or to lie', async () => {
    const { key } = await registered()
    const { user } = await creation()
    await key.register({ ...(await creation()), user }, origin)
    const handle = async (forgery?: Forgery) =>
      (await key.authenticate({ challenge }, origin, forgery)).response.userHandle
    expect(await handle()).toBe(user.id)
    expect(await handle({ userHandle: null })).toBeUndefined()
    expect(await handle({ userHandle: 'AQ' })).toBe('AQ')
  })

  test('claims an id that is not its own where it is to lie', async () => {
    const key = new SecurityKey()
    const { registrationInfo } = await register(key, { credentialId: 'c29tZW9uZSBlbHNl' })
    expect(registrationInfo?.credential.id).toBe('c29tZW9uZSBlbHNl')
    expect((await key.authenticate({ challenge, rpId: rpID }, origin, { credentialId: 'AQ' })).id).toBe('AQ')
  })

  test('takes its RP ID from the origin where none is given', async () => {
    const key = new SecurityKey()
    const { rp, ...options } = await creation()
    await key.register({ ...options, rp: { name: rp.name } }, 'https://login.doorstep.example:8443')
    expect(key.toJSON().credentials).toMatchObject([{ rpId: 'login.doorstep.example' }])
  })

  test('is the same after it was written down and read again', async () => {
    const { key, credential } = await registered()
    await logIn(key, credential)
    const again = SecurityKey.fromJSON(JSON.parse(JSON.stringify(key)))
    const { verified, authenticationInfo } = await logIn(again, { ...credential, counter: 1 })
    expect({ verified, counter: authenticationInfo.newCounter }).toEqual({ verified: true, counter: 2 })
    expect(key.toJSON().credentials).toMatchObject([{ signCount: 1 }])
  })

  test('says which private keys it cannot use', async () => {
    const credential = { credentialId: 'AQ==', privateKey: 'AQ==', rpId: rpID, signCount: 0 }
    const key = SecurityKey.fromJSON({ credentials: [credential] })
    await expect(key.authenticate({ challenge }, origin)).rejects.toThrow('not PKCS#8 of ES256')
  })
})
