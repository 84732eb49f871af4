import { describe, expect, test } from 'vitest'

import { fixture, redirectUri, user } from './fixture.ts'
import { authCore, authCoreEntra } from './runners/auth-core.ts'
import { betterAuthGeneric } from './runners/better-auth.ts'
import { expressOpenidConnect } from './runners/express-openid-connect.ts'
import { msalNode } from './runners/msal-node.ts'
import { nextAuth, nextAuthAzureAd } from './runners/next-auth.ts'
import { oidcClientTs } from './runners/oidc-client-ts.ts'
import { openidClient } from './runners/openid-client.ts'
import { openidClient5 } from './runners/openid-client-5.ts'
import type { Runner } from './runners/outcome.ts'
import { passportAzureAd } from './runners/passport-azure-ad.ts'
import { passportOpenidconnect } from './runners/passport-openidconnect.ts'
import { trustedIdp } from './trusted-idp.ts'

const entra = fixture('entra', { signInAudience: 'AzureADMultipleOrgs' })
const oidc = fixture('oidc')

const idp = trustedIdp(entra.directory, oidc.directory)

const tenant = () => idp().issuer(entra.directory, { secure: true })
const common = () => `${idp().secureUrl}/common/v2.0`
const generic = () => idp().issuer(oidc.directory)

describe('real clients sign in', () => {
  test.each<[string, Runner, () => string, typeof entra, boolean]>([
    ['openid-client at a tenant', openidClient, tenant, entra, true],
    ['openid-client at a generic provider', openidClient, generic, oidc, true],
    ['msal-node at a tenant, with a silent refresh', msalNode, tenant, entra, true],
    ['msal-node at /common, with a silent refresh', msalNode, common, entra, true],
    ['@auth/core microsoft-entra-id at a tenant', authCoreEntra, tenant, entra, false],
    ['@auth/core microsoft-entra-id at /common', authCoreEntra, common, entra, false],
    ['@auth/core at a generic provider', authCore, generic, oidc, false],
    ['openid-client 5 at a tenant', openidClient5, tenant, entra, true],
    ['openid-client 5 at a generic provider', openidClient5, generic, oidc, true],
    ['passport-openidconnect at a tenant', passportOpenidconnect, tenant, entra, false],
    ['passport-openidconnect at a generic provider', passportOpenidconnect, generic, oidc, false],
    ['passport-azure-ad at a tenant', passportAzureAd, tenant, entra, false],
    ['express-openid-connect at a tenant', expressOpenidConnect, tenant, entra, true],
    ['express-openid-connect at a generic provider', expressOpenidConnect, generic, oidc, true],
    ['next-auth 4 azure-ad at a tenant', nextAuthAzureAd, tenant, entra, true],
    ['next-auth 4 at a generic provider', nextAuth, generic, oidc, true],
    ['better-auth at a tenant', betterAuthGeneric, tenant, entra, true],
    ['better-auth at a generic provider', betterAuthGeneric, generic, oidc, true],
    ['oidc-client-ts at a tenant', oidcClientTs, tenant, entra, true],
    ['oidc-client-ts at a generic provider', oidcClientTs, generic, oidc, true],
  ])('%s', async (_name, run, issuer, { application, secret }, refresh) => {
    const outcome = await run({
      issuer: issuer(),
      clientId: application.appId,
      clientSecret: secret,
      redirectUri,
      person: user,
      refresh,
      leave: true,
    })
    expect(outcome).toEqual({ accepted: true, claims: expect.anything() })
    const { email, preferred_username } = outcome.accepted ? outcome.claims : {}
    // MSAL asks for no email scope; it knows its user by the name.
    expect(email ?? preferred_username).toBe(user.name)
  })

  test('openid-client refuses /common, because the issuer must match', async () => {
    const { application, secret } = entra
    const target = { clientId: application.appId, clientSecret: secret, redirectUri, person: user }
    const outcome = await openidClient({ ...target, issuer: common() })
    expect(outcome).toMatchObject({ accepted: false, step: 'discovery' })
  })
})
