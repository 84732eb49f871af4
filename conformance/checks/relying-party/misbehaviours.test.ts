import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { misbehaviours } from '@doorstep/mock-idp'
import { expect, test } from 'vitest'

const logout = 'no documented procedure logs anyone out at the provider, so no role says how'
const api = 'what a product does with access tokens at its APIs is in no procedure'
const refresh = 'what a product does with refresh tokens shows on no page'
const twoAddresses = 'the provider answers at both addresses, so nothing shows from outside'

/** Misbehaviours that no check asks for, and why. */
const unused: Readonly<Record<string, string>> = {
  test: 'nothing is wrong',
  'signing-key-rotation': 'RP12 changes the key at the worse moment, just before it signs',
  'discovery-issuer-mismatch':
    'CFG1 types the address where impersonated-issuer answers, which is harder to notice',
  'impersonated-issuer': 'CFG1 types the address of a document that names another issuer',
  'discovery-openid-config': twoAddresses,
  'discovery-jwks-uri-keys': twoAddresses,
  'pkce-not-checked': 'a client cannot notice; RP8 looks at the challenge that it sends',
  'refresh-token': refresh,
  'refresh-token-invalid-issuer': refresh,
  'refresh-token-invalid-sub': refresh,
}

const sources = ['.', '../sso-configuration', '../text'].flatMap((folder) => {
  const path = join(import.meta.dirname, folder)
  const files = readdirSync(path).filter((file) => !/\.(?:test|spec)\.ts$/.test(file))
  return files.map((file) => readFileSync(join(path, file), 'utf8'))
})
const isUsed = (id: string) => sources.some((source) => source.includes(`'${id}'`))
const whyUnused = ({ id, seenAt }: { id: string; seenAt?: string }) =>
  seenAt === 'logout' ? logout : seenAt === 'api' ? api : unused[id]

test.each(misbehaviours)('a check asks the provider for $id, or there is a reason', (misbehaviour) => {
  expect(isUsed(misbehaviour.id) || whyUnused(misbehaviour) !== undefined).toBe(true)
})

test('no reason is given for a misbehaviour that a check asks for, or that does not exist', () => {
  const ids = misbehaviours.map(({ id }) => id)
  expect(Object.keys(unused).filter((id) => isUsed(id) || !ids.includes(id))).toEqual([])
})
