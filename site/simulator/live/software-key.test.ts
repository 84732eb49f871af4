import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { describe, expect, test } from 'vitest'
import { type Options, SoftwareKey } from './software-key.ts'

const origin = 'http://localhost:4322'
const rpID = 'localhost'
const expected = { expectedOrigin: origin, expectedRPID: rpID }

async function register(key: SoftwareKey) {
  const options = await generateRegistrationOptions({
    rpName: 'Test',
    rpID,
    userName: 'somebody@example.com',
  })
  const response = await key.create(options as Options, origin)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...expected,
    response: response as never,
    expectedChallenge: options.challenge,
  })
  expect(verified).toBe(true)
  if (!registrationInfo) throw new Error('no credential')
  return registrationInfo.credential
}

async function authenticate(
  key: SoftwareKey,
  credential: { id: string; publicKey: Uint8Array<ArrayBuffer>; counter: number },
) {
  const options = await generateAuthenticationOptions({ rpID, allowCredentials: [{ id: credential.id }] })
  const response = await key.get(options as Options, origin)
  return verifyAuthenticationResponse({
    ...expected,
    response: response as never,
    expectedChallenge: options.challenge,
    credential,
  })
}

describe('the software key', () => {
  test('registers and signs so that a real server believes it, again and again', async () => {
    const key = new SoftwareKey()
    const credential = await register(key)
    // DER cuts leading zeros and pads high bits: several signatures meet both.
    for (let time = 1; time <= 12; time += 1) {
      const { verified, authenticationInfo } = await authenticate(key, credential)
      expect(verified).toBe(true)
      expect(authenticationInfo.newCounter).toBe(time)
    }
  })

  test('a credential that counts as enrolled can sign as well', async () => {
    const key = new SoftwareKey()
    const { id, publicKey, counter } = await key.enrolled(rpID)
    const credential = { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter }
    expect((await authenticate(key, credential)).verified).toBe(true)
  })

  test('has no answer for a credential it does not hold', async () => {
    const options = await generateAuthenticationOptions({
      rpID,
      allowCredentials: [{ id: 'c29tZW9uZSBlbHNl' }],
    })
    expect(await new SoftwareKey().get(options as Options, origin)).toBeUndefined()
  })
})
