import getPort from 'get-port'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApplication } from '../directory/make.ts'
import { findMisbehaviour, type MockIdp, misbehaviours, startMockIdp } from '../index.ts'
import { apacheApiConfig, apacheConfig, hasModAuthOpenidc, startApache } from './apache.ts'
import { clients, tryClient } from './clients.ts'
import { fixture, redirectUri, user } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import { modAuthOpenidc } from './runners/mod-auth-openidc.ts'
import type { Results } from './table.ts'
import { tokenClient } from './tokens.ts'

const recorded: Results = results
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
let idp: MockIdp

beforeAll(async () => {
  const directories = [fixtures.entra.directory, fixtures.oidc.directory]
  idp = await startMockIdp({ directories, https: { port: 0 } })
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

    test.each(['entra', 'oidc'] as const)(
      'is an API over https, with the published keys: %s',
      async (kind) => {
        const api = { displayName: 'Orders', identifierUris: ['api://orders'], appRoles: ['Orders.Process'] }
        const at = fixture(kind, { permissions: { 'api://orders': api.appRoles } }, `apache-api-${kind}`)
        at.directory.applications.push(makeApplication(api))
        await idp.addDirectory(at.directory)
        const { metadata, post } = await tokenClient(idp.issuer(at.directory), at)
        const named: Record<string, string> =
          kind === 'entra' ? { scope: 'api://orders/.default' } : { resource: 'api://orders' }
        const { body } = await post('token_endpoint', { grant_type: 'client_credentials', ...named })
        const address = `http://localhost:${await getPort({ host: '127.0.0.1' })}`
        const jwksUri = String(metadata.jwks_uri).replace(idp.url, idp.secureUrl ?? '')
        const apache = await startApache(address, (folder) =>
          apacheApiConfig({ address, jwksUri, certificateFile: idp.certificateFile ?? '' }, folder),
        )
        const call = async (token = '') =>
          (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).status
        try {
          expect(await call(body.access_token)).toBe(200)
          expect(await call(`${body.access_token?.slice(0, -8)}AAAAAAAA`)).toBe(401)
        } finally {
          apache.stop()
        }
      },
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
