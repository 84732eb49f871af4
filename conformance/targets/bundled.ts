import { SecurityKey } from '../../machines/devices/security-key.ts'
import { controlOf, type ProviderAccess } from './bundled-control.ts'
import type { Arrangement, Provider } from './target.ts'

/** A fresh sandbox of the reference tenant at this address, with what is given. */
export async function arrangeBundled(url: string, given: string): Promise<Arrangement> {
  const key = new SecurityKey()
  const credential = given === 'security-key' ? await key.enrolled(new URL(url).hostname) : undefined
  const { sandbox, misbehave, wasAsked, ...control } = await controlOf(url, { given, credential })
  return {
    ...control,
    account: {
      email: sandbox.email,
      password: sandbox.password ?? '',
      totpSecret: sandbox.totpSecret,
      securityKey: key.toJSON().credentials[0],
    },
    url: sandbox.url,
    provider: { ...providerOf(sandbox.provider), misbehave, wasAsked },
    ...(sandbox.session && { signIn: signInWith(sandbox.session, new URL(url).hostname) }),
    dashboard: `${sandbox.url}/dashboard`,
    async sessionExists(headers) {
      const response = await fetch(`${sandbox.url}/api/session`, { headers })
      if (response.ok || response.status === 401) return response.ok
      throw new Error(`The tenant answered ${response.status} when asked for a session.`)
    },
  }
}

function providerOf(access: ProviderAccess): Provider {
  const { password, user, stranger, redirectUri, clientId, clientSecret, entra, oidc } = access
  const { misbehavingUrl, ...discovery } = oidc
  return {
    clientId,
    clientSecret,
    ...discovery,
    // The same users, under another issuer: what it leaves out is nothing that a client must have.
    anotherIssuerUrl: misbehavingUrl.replace('{id}', 'pkce-not-announced'),
    redirectUri,
    user: { name: user, password },
    stranger: { name: stranger, password },
    adminCenter: { url: entra.adminCenter, tenantId: entra.tenantId, name: entra.administrator, password },
    async signIn(context) {
      const page = await context.newPage()
      await page.goto(access.signInUrl)
      await page.close()
    },
  }
}

const signInWith =
  (cookie: { name: string; value: string; path: string }, domain: string): Arrangement['signIn'] =>
  (context) =>
    context.addCookies([{ ...cookie, domain, httpOnly: true, secure: true, sameSite: 'Lax' }])
