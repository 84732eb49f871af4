import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bring,
  decliningBrowser,
  type Kind,
  leave,
  logInBySso,
  type SsoTenant,
  signIn,
  startSsoTenant,
} from '../testing/provider.ts'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

describe.each(['entra', 'oidc'] as const)('SSO with a provider of kind %s', (kind) => {
  it.each([
    ['by code', true],
    ['by an ID token through the browser', false],
  ])('lets an added user in: %s', async (_how, withSecret) => {
    const box = await sso.sandbox(kind, { withSecret })
    const seen = await logInBySso(box)
    expect(seen).toMatchObject({ status: 200, screen: 'dashboard' })
    expect(await box.visitor.session()).toBe(box.email)
    expect(await box.acts()).toEqual([
      'email-address · Continue (Email address: registered)',
      'return → dashboard',
    ])
  })

  it('knows the person again when the address has changed', async () => {
    const box = await sso.sandbox(kind)
    await logInBySso(box)
    await box.visitor.post('/log-out')
    box.user.mail = box.user.userPrincipalName = 'renamed@harbour.example'
    await sso.idp.store.put(box.directory)
    await logInBySso(box, 'renamed@harbour.example')
    expect(await box.visitor.session()).toBe(box.email)
  })
})

describe('who was not added', () => {
  it.each(['entra', 'oidc'] as Kind[])('is refused, with the reason: %s', async (kind) => {
    const box = await sso.sandbox(kind, { given: 'not-added' })
    const seen = await logInBySso(box)
    expect(seen.screen).toBe('login-page')
    expect(seen.says).toContain('not been added')
    expect((await box.acts()).at(-1)).toBe(`return → login-page “${seen.says}”`)
    expect(await box.visitor.session()).toBeUndefined()
  })
})

const unsound = 'didn’t pass our checks'

/** Check → misbehaviours, and what is said. None may end with a session. */
const refused: Record<string, string[]> = {
  RP1: ['nonce-invalid', 'missing-nonce'],
  RP2: ['invalid-iss'],
  RP3: ['invalid-aud', 'extra-aud', 'missing-aud', 'wrong-azp'],
  RP4: ['expired', 'not-yet-valid', 'missing-exp', 'missing-iat', 'missing-sub'],
  RP5: [
    'idtoken-sig-none',
    'invalid-sig-rs256',
    'invalid-sig-es256',
    'invalid-sig-hs256',
    'hs256-public-key',
    'idtoken-sig-empty',
    'idtoken-sig-none-capitals',
    'key-in-token',
  ],
  RP6: ['userinfo-invalid-sub'],
  RP7: ['wrong-state', 'missing-state'],
  RP9: ['wrong-response-iss', 'missing-response-iss'],
  RP12: ['kid-absent-multiple-jwks', 'unknown-kid', 'empty-keys'],
  'a broken provider': ['failing-token-endpoint', 'broken-token-answer', 'cut-token-answer'],
  'an error': ['server-error', 'login-required', 'temporarily-unavailable'],
}
/** Where another reason is given than that the answer isn't sound. */
const reasons: Record<string, string> = {
  RP7: 'another browser',
  'RP11 tid': 'another directory',
  'an error': 'It says',
}
const cases = (['entra', 'oidc'] as const).flatMap((kind) =>
  Object.entries(refused).flatMap(([check, each]) =>
    each.map((misbehaviour) => [check, misbehaviour, kind] as const),
  ),
)

describe('a provider that misbehaves', () => {
  it.each([...cases, ['RP11', 'foreign-tenant', 'entra'], ['RP11 tid', 'tid-not-in-iss', 'entra']] as const)(
    'lets no one in: %s, %s, %s',
    async (check, misbehaviour, kind) => {
      const box = await sso.sandbox(kind, { misbehaviour })
      const seen = await logInBySso(box)
      expect(seen.screen).toBe('login-page')
      expect(seen.says).toContain(reasons[check] ?? unsound)
      expect((await box.acts()).at(-1)).toBe(`return → login-page “${seen.says}”`)
      expect(await box.visitor.session()).toBeUndefined()
      expect((await box.visitor.open('/dashboard')).screen).toBe('login-page')
    },
  )

  it.each([
    'signing-key-rotation',
    'signing-key-rotation-just-before-signing',
    'client-secret-basic',
    'scope-userinfo-claims',
  ])('is followed where it may do so: %s', async (misbehaviour) => {
    const box = await sso.sandbox('oidc', { misbehaviour })
    expect((await logInBySso(box)).screen).toBe('dashboard')
  })

  it('is not even asked when its metadata name another issuer', async () => {
    const { visitor, email } = await sso.sandbox('oidc', { misbehaviour: 'discovery-issuer-mismatch' })
    const seen = await visitor.post('/log-in/email', { email })
    expect(seen).toMatchObject({ status: 502, screen: 'login-page' })
    expect(seen.says).toContain('issuer')
  })
})

describe('an answer of the provider', () => {
  it('is good once, in the browser that began, within ten minutes (RP7)', async () => {
    const box = await sso.sandbox('oidc')
    const { visitor, callback, email } = box
    const thief = (await sso.testTenant.sandbox()).visitor
    const answer = await signIn(await leave(visitor, email), callback, email)
    const stolen = await bring(thief, callback, answer)
    expect(stolen.says).toContain('another browser')
    expect((await box.acts()).at(-1)).toBe(`return → login-page “${stolen.says}”`)
    expect((await bring(visitor, callback, answer)).screen).toBe('dashboard')
    await visitor.post('/log-out')
    expect((await bring(visitor, callback, answer)).screen).toBe('login-page')
    expect(await visitor.session()).toBeUndefined()

    const late = await signIn(await leave(visitor, email), callback, email)
    await box.control.advance(10 * 60_000)
    expect((await bring(visitor, callback, late)).says).toContain('took too long')
  })

  it('is asked for with PKCE and fresh values each time (RP8)', async () => {
    const { visitor, email } = await sso.sandbox('entra')
    const [first, second] = [await leave(visitor, email), await leave(visitor, email)]
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(first.searchParams.get(name)).not.toBe(second.searchParams.get(name))
    expect(first.searchParams.get('code_challenge_method')).toBe('S256')
    expect(first.searchParams.get('login_hint')).toBe(email)
  })

  it('that was cancelled or declined says so', async () => {
    const { visitor, email, acts } = await sso.sandbox('oidc', { misbehaviour: 'access-denied' })
    const seen = await visitor.open((await browserAnswer(await leave(visitor, email))).href)
    expect(seen).toMatchObject({ screen: 'login-page' })
    expect(seen.says).toContain('cancelled')
    expect(await acts()).toEqual([
      'email-address · Continue (Email address: registered)',
      `at provider: provider-login · Cancel → login-page “${seen.says}”`,
      `return → login-page “${seen.says}”`,
    ])
  })

  it.each(['entra', 'oidc'] as const)('where consent was declined says so: %s', async (kind) => {
    const box = await sso.sandbox(kind, { given: 'consent-missing' })
    const { visitor, callback, email, acts } = box
    const answer = await signIn(await leave(visitor, email), callback, email, decliningBrowser())
    const seen = await bring(visitor, callback, answer)
    expect(seen).toMatchObject({ screen: 'login-page' })
    expect(seen.says).toContain('declined')
    expect(await acts()).toEqual([
      'email-address · Continue (Email address: registered)',
      `at provider: provider-consent · Cancel → login-page “${seen.says}”`,
      `return → login-page “${seen.says}”`,
    ])
    expect((await logInBySso(box)).screen).toBe('dashboard')
  })

  it('is bound to the browser by a cookie that crosses sites only where it must', async () => {
    const code = await sso.sandbox('oidc')
    const posted = await sso.sandbox('oidc', { withSecret: false })
    const cookieOf = async ({ visitor, email }: typeof code) => {
      const body = new URLSearchParams({ email })
      const response = await visitor.request('/log-in/email', { method: 'POST', body })
      return response.headers.getSetCookie().find((line) => line.includes('provider-login')) ?? ''
    }
    expect(await cookieOf(code)).toContain('SameSite=Lax')
    expect(await cookieOf(posted)).toContain('SameSite=None')
  })
})

/** Where the provider sends a browser that asks nothing. */
async function browserAnswer(url: URL): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? '', url)
}
