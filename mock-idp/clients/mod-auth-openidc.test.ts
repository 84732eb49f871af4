import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMisbehaviour, type MockIdp, misbehaviours, startMockIdp } from '../index.ts'
import { apacheConfig, hasModAuthOpenidc } from './apache.ts'
import { clients, tryClient } from './clients.ts'
import { fixture, redirectUri, user } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import { modAuthOpenidc } from './runners/mod-auth-openidc.ts'
import type { Results } from './table.ts'

const recorded: Results = results
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
let idp: MockIdp

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
})
afterAll(() => idp.close())

const targetAt = (kind: 'entra' | 'oidc') => ({
  issuer: idp.issuer(fixtures[kind].directory),
  clientId: fixtures[kind].application.appId,
  clientSecret: fixtures[kind].secret,
  redirectUri,
  person: user,
})

async function say(id: string) {
  const [apache, misbehaviour] = [clients.find(({ logIn }) => logIn === modAuthOpenidc), findMisbehaviour(id)]
  if (!apache || !misbehaviour) throw new Error(`Apache or '${id}' is not in its list`)
  const said = await tryClient(apache, misbehaviour, idp, fixtures)
  expect(said).toBe(recorded[id]?.[apache.name])
  return said
}

const logouts = misbehaviours.filter(({ id }) => id.startsWith('rp-'))

if (hasModAuthOpenidc)
  describe("Apache's mod_auth_openidc", () => {
    test('lets a user of a tenant in', async () => {
      expect(await modAuthOpenidc(targetAt('entra'))).toEqual({
        accepted: true,
        claims: { email: user.name },
      })
    })

    test('lets a user of a generic provider in', async () => expect(await say('test')).toBe('accepted'))

    test.each(['invalid-sig-rs256', 'invalid-aud', 'nonce-invalid', 'expired', 'unknown-kid', 'wrong-state'])(
      'keeps everyone out when the provider does this: %s',
      async (id) => expect(await say(id)).toMatch(/^login: /),
    )

    test.each(logouts)('lets its user out, or not, as the table says: $id', async ({ id }) => {
      expect(await say(id)).toMatch(/^(accepted|logout: )/)
    })
  })
else
  test('Apache is not here; its configuration names issuer, client and redirect address', () => {
    const config = apacheConfig(targetAt('oidc'), '/tmp/apache')
    expect(config).toContain(
      `OIDCProviderMetadataURL ${targetAt('oidc').issuer}/.well-known/openid-configuration`,
    )
    expect(config).toContain(`OIDCRedirectURI ${redirectUri}`)
  })
