import { describe, expect, test } from 'vitest'
import type { Claim } from './claims.ts'
import { expectedFor } from './expected.ts'
import { codeFlow, exchange, json } from './testing/exchanges.ts'
import { readToken } from './token.ts'

async function read(flow: Awaited<ReturnType<typeof codeFlow>>, token = flow.idToken) {
  const read = await readToken(token, expectedFor(flow.token, flow.all))
  if ('wrong' in read) throw new Error(read.wrong)
  return read
}

const result = (claims: readonly Claim[], name: string) =>
  claims.find((one) => one.name === name)?.check?.result

describe('an ID token', () => {
  test('is compared with what else was sent in the walk', async () => {
    const { claims, signature } = await read(await codeFlow())
    for (const name of ['iss', 'aud', 'nonce', 'exp', 'iat']) expect(result(claims, name), name).toBe('holds')
    expect(signature).toEqual({ result: 'holds', says: expect.stringContaining('key “first”') })
    expect(claims.find(({ name }) => name === 'exp')?.check?.says).toContain('1 hour later')
  })

  test.each([
    ['iss', { iss: 'https://elsewhere.example' }],
    ['aud', { aud: 'another client' }],
    ['nonce', { nonce: 'of another log-in' }],
    ['exp', { exp: 1_600_000_000 }],
    ['iat', { iat: 1_800_000_000 }],
  ])('with a wrong %s is found out, although its signature is right', async (name, claims) => {
    const found = await read(await codeFlow(claims))
    expect(result(found.claims, name)).toBe('fails')
    expect(found.signature.result).toBe('holds')
  })

  test('without a claim that it must have is found out', async () => {
    const { claims } = await read(await codeFlow({ nonce: undefined }))
    expect(claims.find(({ name }) => name === 'nonce')).toMatchObject({
      value: '',
      check: { result: 'fails' },
    })
  })

  test('that was changed has a wrong signature', async () => {
    const flow = await codeFlow()
    const [header, , signature] = flow.idToken.split('.')
    const claims = Buffer.from('{"iss":"https://idp.example/v2.0"}').toString('base64url')
    const changed = await read(flow, [header, claims, signature].join('.'))
    expect(changed.signature).toMatchObject({
      result: 'fails',
      says: expect.stringContaining('does not match'),
    })
  })

  test('by a key that was not published, by none, or before any key was seen', async () => {
    const [flow, other] = [await codeFlow(), await codeFlow()]
    const expected = expectedFor(flow.token, flow.all)
    const keys = { keys: [{ ...expected.keys?.keys[0], kid: 'second' }] }
    const says = async (token: string, keys?: typeof expected.keys) => {
      const read = await readToken(token, { ...expected, keys })
      return 'wrong' in read ? read.wrong : `${read.signature.result}: ${read.signature.says}`
    }
    expect(await says(flow.idToken, keys)).toContain('fails: The provider has not published key “first”')
    expect(await says(other.idToken, expected.keys)).toContain('fails: The signature does not match')
    expect(await says(flow.idToken)).toContain('unknown: This walk has not loaded the provider’s keys')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${flow.idToken.split('.')[1]}.`
    expect(await says(unsigned, expected.keys)).toContain('fails: The token has no signature')
  })

  test.each(['', 'a', 'a.b.c', 'eyJhbGciOiJSUzI1NiJ9.e30', '…'])(
    'that is broken gets a sentence: %j',
    async (token) => {
      const read = await readToken(token, { at: 0 })
      expect(read).toEqual({ wrong: expect.stringMatching(/^This is not a complete token/) })
    },
  )

  test('keys that are no keys leave the signature unknown', async () => {
    const flow = await codeFlow()
    const damaged = exchange({ url: 'https://idp.example/keys' }, json({ keys: ['x'] }), {
      time: flow.token.time,
    })
    const expected = expectedFor(flow.token, [...flow.all.slice(0, 4), damaged])
    expect(await readToken(flow.idToken, expected)).toMatchObject({ signature: { result: 'unknown' } })
  })
})
