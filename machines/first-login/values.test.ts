import { expect, test } from 'vitest'
import { sampleOf } from '../model/sample.ts'
import { commonValues, type Known, symbolsOf, withValues } from '../model/values.ts'
import { firstLogin } from './pack.ts'

const { email, password, strong, weak } = sampleOf(firstLogin)
const notes: Record<string, string> = {
  discoveryUrl: 'https://idp.example/oidc/mine/.well-known/openid-configuration',
  otherIssuerUrl: 'https://idp.example/oidc/other/.well-known/openid-configuration',
  deadUrl: 'https://nowhere.example/.well-known/openid-configuration',
}
const known: Known = {
  ...{ email, password, chosen: '', passwords: { strong, weak } },
  code: () => undefined,
  note: (name) => notes[name] ?? '',
}
const values = withValues(commonValues, firstLogin.values)
const symbols = (typed: string) =>
  symbolsOf(values, { label: 'Discovery url', holds: 'discovery-url' }, typed, known)

test.each([
  ['https://idp.example/oidc/mine/.well-known/openid-configuration', ['right']],
  ['https://idp.example/oidc/mine', ['right']],
  ['https://idp.example/oidc/mine/', ['right']],
  ['https://somebody.else.example/.well-known/openid-configuration', ['right']],
  // With a typing error: whether a document is there is known once it is asked for.
  ['https://idp.example/oidc/mein/.well-known/openid-configuration', []],
  ['https://idp.example/oidc/other/.well-known/openid-configuration', ['other-issuer']],
  ['https://nowhere.example/.well-known/openid-configuration', ['dead']],
  ['no address', ['malformed']],
])('the discovery address %s is %j', async (typed, expected) => {
  expect(await symbols(typed)).toEqual(expected)
})
