import { capabilities } from '../../machines/flow.ts'
import { controlOf, type ProviderAccess } from './bundled-control.ts'
import { makeKeyCredential } from './make-key-credential.ts'
import type { Arrangement, Documented, OwnPages, Provider, Target } from './target.ts'

/** Screens come within milliseconds, but for a machine that is busy with other things. */
const PATIENCE = 5_000

const HOUR = 60 * 60

/** What the documentation states, and the clauses that the tenant names where it is silent (its page /clauses). */
const documented: Documented = {
  passwordLength: 12,
  forbiddenWords: ['Netwrix', '1Secure'],
  attempts: 10,
  blockedFor: HOUR / 2,
  activationLinkLife: 48 * HOUR,
  resetLinkLife: HOUR,
  newestLinkOnly: true,
  codeDrift: 1,
  userVerification: 'not-required',
  signCount: 'refused',
  idleTimeout: HOUR,
  sessionLife: 12 * HOUR,
}

const pages: OwnPages = {
  changePassword: '/account/password',
  methods: { at: '/account', confirm: 'Confirm', add: 'Add a method' },
  removeUser: ['Remove this user…', 'Remove user'],
}

/** The reference tenant, reached through its address; a fresh sandbox for each path. */
export function bundledTarget(url: string): Target {
  return {
    name: 'The bundled tenant',
    url,
    capabilities: capabilities,
    patience: PATIENCE,
    documented,
    pages,
    arrange: (_flow, given) => arrange(url, given),
  }
}

async function arrange(url: string, given: string): Promise<Arrangement> {
  const key = given === 'security-key' ? makeKeyCredential(new URL(url).hostname) : undefined
  const { sandbox, misbehave, ...control } = await controlOf(url, { given, credential: key?.enrolled })
  return {
    ...control,
    account: {
      email: sandbox.email,
      password: sandbox.password ?? '',
      totpSecret: sandbox.totpSecret,
      securityKey: key?.held,
    },
    url: sandbox.url,
    provider: providerOf(sandbox.provider, misbehave),
    ...(sandbox.session && { signIn: signInWith(sandbox.session, new URL(url).hostname) }),
    dashboard: `${sandbox.url}/dashboard`,
    async sessionExists(headers) {
      const response = await fetch(`${sandbox.url}/api/session`, { headers })
      if (response.ok || response.status === 401) return response.ok
      throw new Error(`The tenant answered ${response.status} when asked for a session.`)
    },
  }
}

function providerOf(access: ProviderAccess, misbehave: Provider['misbehave']): Provider {
  const { password, user, redirectUri, clientId, clientSecret, entra, oidc } = access
  return {
    clientId,
    clientSecret,
    ...oidc,
    redirectUri,
    user: { name: user, password },
    adminCenter: { url: entra.adminCenter, tenantId: entra.tenantId, name: entra.administrator, password },
    async signIn(context) {
      const page = await context.newPage()
      await page.goto(access.signInUrl)
      await page.close()
    },
    ...(misbehave && { misbehave }),
  }
}

const signInWith =
  (cookie: { name: string; value: string; path: string }, domain: string): Arrangement['signIn'] =>
  (context) =>
    context.addCookies([{ ...cookie, domain, httpOnly: true, secure: true, sameSite: 'Lax' }])
