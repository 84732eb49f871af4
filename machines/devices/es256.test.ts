import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fromBase64, utf8 } from './bytes.ts'
import { generateEs256, publicKeyOfEs256, secretOfEs256, signEs256 } from './es256.ts'
import { SecurityKey } from './security-key.ts'

const data = utf8('what is signed')
const open = (privateKey: Uint8Array) =>
  createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })

describe('ES256 without Web Crypto', () => {
  test('makes keys and signatures that others take', () => {
    const made = generateEs256()
    const secret = secretOfEs256(made) ?? new Uint8Array()
    const { spki, jwk } = publicKeyOfEs256(secret)
    const known = createPublicKey(open(made))
    expect(known.export({ format: 'der', type: 'spki' })).toEqual(Buffer.from(spki))
    expect(known.export({ format: 'jwk' })).toMatchObject(jwk)
    expect(verify('sha256', data, known, signEs256(secret, data))).toBe(true)
  })

  test('reads keys that others made, and knows those of other algorithms', () => {
    const pkcs8 = (key: { privateKey: { export(how: object): Buffer } }) =>
      new Uint8Array(key.privateKey.export({ format: 'der', type: 'pkcs8' }))
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const secret = secretOfEs256(pkcs8(pair as never)) ?? new Uint8Array()
    expect(verify('sha256', data, pair.publicKey, signEs256(secret, data))).toBe(true)
    for (const other of [generateKeyPairSync('ec', { namedCurve: 'P-384' }), generateKeyPairSync('ed25519')])
      expect(secretOfEs256(pkcs8(other as never))).toBeUndefined()
  })
})

describe('where a page has no secure context', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test('the security key registers and signs all the same', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    const key = new SecurityKey()
    const origin = 'http://classroom.example:4322'
    const registered = await key.register(
      {
        challenge: 'AAAA',
        rp: { name: 'x' },
        user: { id: 'AAAA', name: 'x', displayName: 'x' },
        pubKeyCredParams: [-257, -8, -7].map((alg) => ({ alg, type: 'public-key' as const })),
      },
      origin,
    )
    expect(registered.response.publicKeyAlgorithm).toBe(-7)
    const { response } = await key.authenticate({ challenge: 'BBBB' }, origin)
    expect(fromBase64(response.signature)[0]).toBe(0x30)
  })
})
