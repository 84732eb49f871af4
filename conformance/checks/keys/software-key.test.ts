import { generateKeyPairSync } from 'node:crypto'
import { encodeCBOR } from '@levischuck/tiny-cbor'
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { describe, expect, test } from 'vitest'
import { type Asked, type Forgery, SoftwareKey } from './software-key.ts'

const origin = 'https://doorstep.example'
const challenge = Buffer.from('a challenge of 16').toString('base64url')
const asked = (kind: Asked['kind']): Asked => ({
  kind,
  challenge,
  rpId: 'doorstep.example',
  origin,
  algorithms: [-7],
})
const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: 'doorstep.example' }

async function register(key: SoftwareKey, forgery?: Forgery) {
  const { id, ...values } = key.answer(asked('create'), forgery)
  const response = { ...values, attestationObject: values.attestationObject ?? '' }
  return verifyRegistrationResponse({
    ...expected,
    supportedAlgorithmIDs: [-7],
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
  })
}

async function logIn(key: SoftwareKey, credential: WebAuthnCredential, forgery?: Forgery) {
  const { id, ...values } = key.answer(asked('get'), forgery)
  const response = {
    ...values,
    authenticatorData: values.authenticatorData ?? '',
    signature: values.signature ?? '',
  }
  return verifyAuthenticationResponse({
    ...expected,
    credential,
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
  })
}

async function registered() {
  const key = new SoftwareKey()
  const { registrationInfo } = await register(key)
  if (!registrationInfo) throw new Error('An honest registration was refused.')
  return { key, credential: registrationInfo.credential }
}

describe('a server that holds the standard', () => {
  test('takes honest answers', async () => {
    const { key, credential } = await registered()
    expect((await logIn(key, credential)).verified).toBe(true)
  })

  test('takes those of a key that is registered with EdDSA', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const { x = '' } = publicKey.export({ format: 'jwk' })
    const id = Buffer.alloc(32, 1)
    const key = new SoftwareKey({
      credentialId: id.toString('base64'),
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      rpId: 'doorstep.example',
      signCount: 1,
    })
    // RFC 8152 section 13.2: an OKP key.
    const cose = new Map<number, number | Uint8Array>([
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    ])
    const registered = {
      id: id.toString('base64url'),
      publicKey: new Uint8Array(encodeCBOR(cose)),
      counter: 1,
    }
    expect((await logIn(key, registered)).verified).toBe(true)
    await expect(logIn(key, { ...registered, counter: 2 }, { flipSignature: true })).resolves.toMatchObject({
      verified: false,
    })
  })

  test.each<[string, Forgery]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another type', { type: 'webauthn.create' }],
    ['another RP ID', { rpId: 'evil.example' }],
    ['nobody present', { flags: 0x04 }],
    ['backup flags that contradict', { flags: 0x15 }],
    ['a counter that goes back', { counter: 0 }],
  ])('refuses at a login: %s', async (_what, forgery) => {
    const { key, credential } = await registered()
    await expect(logIn(key, credential, forgery)).rejects.toThrow()
  })

  test('refuses a signature with one bit flipped', async () => {
    const { key, credential } = await registered()
    const verified = await logIn(key, credential, { flipSignature: true }).then(
      ({ verified }) => verified,
      () => false,
    )
    expect(verified).toBe(false)
  })

  test.each<[string, Forgery]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another type', { type: 'webauthn.get' }],
    ['another RP ID', { rpId: 'evil.example' }],
    ['nobody present', { flags: 0x04 }],
    ['an algorithm that was not offered', { otherAlgorithm: true }],
  ])('refuses at a registration: %s', async (_what, forgery) => {
    await expect(register(new SoftwareKey(), forgery)).rejects.toThrow()
  })
})
