import { describe, expect, test } from 'vitest'

import { type Client, clients } from './clients.ts'
import { fixture, redirectUri, user } from './fixture.ts'
import { authlibFlask, goOidc, omniauth, pythonMsal, runnerOf, socialAuth } from './foreign/programs.ts'
import type { Runner } from './runners/outcome.ts'
import { trustedIdp } from './trusted-idp.ts'

const fixtures = { entra: fixture('entra', { signInAudience: 'AzureADMultipleOrgs' }), oidc: fixture('oidc') }

const idp = trustedIdp(fixtures.entra.directory, fixtures.oidc.directory)

const tenant = () => idp().issuer(fixtures.entra.directory, { secure: true })
const common = () => `${idp().secureUrl}/common/v2.0`
const generic = () => idp().issuer(fixtures.oidc.directory)
const secureGeneric = () => idp().issuer(fixtures.oidc.directory, { secure: true })

/** Clients in Python, Ruby and Go, and where they are tried. */
const foreign: [Runner, [string, () => string, 'entra' | 'oidc'][]][] = [
  [
    pythonMsal,
    [
      ['a tenant', tenant, 'entra'],
      ['/common', common, 'entra'],
    ],
  ],
  [
    authlibFlask,
    [
      ['a tenant', tenant, 'entra'],
      ['a generic provider', generic, 'oidc'],
    ],
  ],
  [
    socialAuth,
    [
      ['a tenant', tenant, 'entra'],
      ['a generic provider', generic, 'oidc'],
    ],
  ],
  [
    omniauth,
    [
      ['a tenant', tenant, 'entra'],
      ['a generic provider', secureGeneric, 'oidc'],
    ],
  ],
  [
    goOidc,
    [
      ['a tenant', tenant, 'entra'],
      ['a generic provider', generic, 'oidc'],
    ],
  ],
]

const clientOf = (runner: Runner): Client => {
  const found = clients.find(({ logIn }) => logIn === runner)
  if (!found) throw new Error('clients.ts does not list the client')
  return found
}

for (const [runner, places] of foreign) {
  const client = clientOf(runner)
  describe.runIf(client.isHere)(client.name, () => {
    test.each(places)('logs in, refreshes and logs out at %s', async (_name, issuer, kind) => {
      const { application, secret } = fixtures[kind]
      const outcome = await runner({
        issuer: issuer(),
        clientId: application.appId,
        clientSecret: secret,
        redirectUri,
        person: user,
        certificateFile: idp().certificateFile,
        refresh: true,
        leave: true,
      })
      expect(outcome).toEqual({
        accepted: true,
        claims: expect.objectContaining({ preferred_username: user.name }),
      })
    })
  })
}

test('a client that is not here says what to install', () => {
  const target = { issuer: generic(), clientId: '', clientSecret: '', redirectUri, person: user }
  expect(() => runnerOf(() => undefined, 'python3-msal')(target)).toThrow("install Debian's python3-msal")
})
