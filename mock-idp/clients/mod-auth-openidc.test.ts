import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, startMockIdp } from '../index.ts'
import { apacheConfig, freePort, hasModAuthOpenidc, startApache } from './apache.ts'
import { browser } from './browser.ts'
import { type Fixture, fixture, user } from './fixture.ts'
import { httpRequest } from './http-request.ts'
import type { Target } from './runners/outcome.ts'
import { signInAt } from './sign-in.ts'

const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
let idp: MockIdp

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
})
afterAll(() => idp.close())

function targetAt({ application, directory, secret }: Fixture, port: number, misbehaviour?: string): Target {
  const redirectUri = `http://localhost:${port}/callback`
  return {
    issuer: idp.issuer(directory, { misbehaviour }),
    clientId: application.appId,
    clientSecret: secret,
    redirectUri,
    person: user,
  }
}

/** Signs in at a page that Apache protects; answers its status, and who Apache says that is. */
async function visit(at: Fixture, misbehaviour?: string) {
  const target = targetAt(at, await freePort(), misbehaviour)
  const apache = await startApache(target)
  try {
    const page = await signInAt(
      browser(httpRequest),
      `${new URL(target.redirectUri).origin}/`,
      'nowhere:',
      user,
    )
    return { status: page.status, user: page.headers?.get('x-user'), html: page.html }
  } finally {
    apache.stop()
  }
}

if (hasModAuthOpenidc())
  describe("Apache's mod_auth_openidc", () => {
    test.each(['entra', 'oidc'] as const)('lets a user of %s in', async (kind) => {
      expect(await visit(fixtures[kind])).toMatchObject({
        status: 200,
        user: user.name,
        html: 'the protected page',
      })
    })

    test.each(['invalid-sig-rs256', 'invalid-aud', 'nonce-invalid', 'expired', 'unknown-kid', 'wrong-state'])(
      'keeps everybody out when the provider does this: %s',
      async (misbehaviour) => {
        const { user: name, html } = await visit(fixtures.oidc, misbehaviour)
        expect(name ?? '(null)').toBe('(null)')
        expect(html).not.toContain('the protected page')
      },
    )
  })
else
  test('Apache is not here; its configuration names issuer, client and redirect address', () => {
    const target = targetAt(fixtures.oidc, 8080)
    const config = apacheConfig(target, '/tmp/apache')
    expect(config).toContain(`OIDCProviderMetadataURL ${target.issuer}/.well-known/openid-configuration`)
    expect(config).toContain(`OIDCRedirectURI ${target.redirectUri}`)
  })
