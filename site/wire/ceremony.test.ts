import { expect, test } from 'vitest'
import { type CreationOptions, SecurityKey } from '../../machines/devices/security-key.ts'
import { type Ceremony, type Fact, readCeremony } from './ceremony.ts'
import { exchange, json } from './testing/exchanges.ts'

const origin = 'https://product.example'
const options: CreationOptions = {
  challenge: 'Y2hhbGxlbmdlLW9uZQ',
  rp: { id: 'product.example', name: 'Product' },
  user: { id: 'dXNlcg', name: 'someone', displayName: 'Someone' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
}
const asked = (options: unknown) => exchange({ method: 'POST', url: `${origin}/options` }, json(options))
const answered = (credential: unknown) =>
  exchange({ method: 'POST', url: `${origin}/key`, ...json(credential) })

async function read(credential: unknown, before = [asked(options)]): Promise<Ceremony> {
  const read = await readCeremony(answered(credential), before)
  if ('wrong' in read) throw new Error(read.wrong)
  return read
}
const factOf = (facts: readonly Fact[], name: string) => facts.find((fact) => fact.name === name)

test('a registration is taken apart: challenge, origin, flags, counter, the new key', async () => {
  const { is, clientData, authenticator, signed } = await read(
    await new SecurityKey().register(options, origin),
  )
  expect(is).toBe('registration')
  for (const name of ['type', 'challenge', 'origin'])
    expect(factOf(clientData, name)?.check?.result, name).toBe('holds')
  expect(factOf(authenticator, 'RP ID hash')?.check?.result).toBe('holds')
  expect(factOf(authenticator, 'flags')).toMatchObject({
    value: '01000101',
    means: expect.stringContaining('UP: someone touched the key'),
  })
  expect(factOf(authenticator, 'counter')?.value).toBe('0')
  expect(factOf(signed, 'public key')?.value).toContain('ES256')
})

test('an assertion says what is signed, and with which counter', async () => {
  const key = new SecurityKey()
  const { id } = await key.register(options, origin)
  const request = {
    challenge: 'c2Vjb25k',
    rpId: 'product.example',
    allowCredentials: [{ id, type: 'public-key' as const }],
  }
  const { is, authenticator, signed } = await read(await key.authenticate(request, origin), [
    asked(options),
    asked(request),
  ])
  expect(is).toBe('assertion')
  expect(factOf(authenticator, 'counter')?.value).toBe('1')
  // 37 bytes of authenticator data and 32 of the hash, in hex.
  expect(factOf(signed, 'what is signed')?.value).toHaveLength(2 * (37 + 32))
})

test.each([
  ['challenge', { challenge: 'b3RoZXI' }],
  ['origin', { origin: 'https://product.example.attacker.example' }],
  ['type', { type: 'webauthn.get' }],
])('another %s is found out', async (name, forgery) => {
  const { clientData } = await read(await new SecurityKey().register(options, origin, forgery))
  expect(factOf(clientData, name)?.check?.result).toBe('fails')
})

test('another domain and a key that nobody touched are found out', async () => {
  const forged = await new SecurityKey().register(options, origin, {
    rpId: 'elsewhere.example',
    flags: { UP: false },
  })
  const { authenticator } = await read(forged)
  expect(factOf(authenticator, 'RP ID hash')?.check?.result).toBe('fails')
  expect(factOf(authenticator, 'flags')?.check?.result).toBe('fails')
})

test.each([
  {},
  { response: {} },
  { response: { clientDataJSON: '!', attestationObject: 'AA' } },
  { response: { clientDataJSON: 'e30', attestationObject: 'AA' } },
  { response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' } },
])('a damaged answer gets a sentence: %j', async (credential) => {
  expect(await readCeremony(answered(credential), [])).toEqual({
    wrong: expect.stringContaining('Cannot read'),
  })
})
