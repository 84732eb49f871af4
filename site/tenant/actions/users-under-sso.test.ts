import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../store/accounts.ts'
import { saveConnection } from '../store/sso-connections.ts'
import { verifyAccount } from '../store/users.ts'
import { signedIn } from '../testing/signed-in.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const USERS = '/configuration/users'

/** An Administrator in a tenant where a provider is in force, kept by them. */
async function underSso() {
  const made = await signedIn(testTenant)
  const { db } = testTenant.store
  const keeper = await findAccountByEmail(db, made.id, made.email)
  await saveConnection(db, {
    sandbox_id: made.id,
    method: 'openid-connect',
    client_id: 'client',
    discovery_url: 'https://idp.example.com/.well-known/openid-configuration',
    directory_id: null,
    sealed_secret: null,
    keeper_id: keeper?.id ?? null,
    saved_at: made.now,
  })
  return { ...made, keeper: keeper?.id ?? '' }
}

describe('where SSO is in force', () => {
  it('the mail says Access 1Secure, opens nothing, and leads to the login page', async () => {
    const { visitor, control, domain, url } = await underSso()
    const added = await visitor.post(USERS, { addresses: `one@${domain}`, role: 'Viewer' })
    expect(added.html).toContain('>Pending Verification<')
    const { links, text, subject } = await control.mail(2)
    expect(subject).toBe('Welcome to Netwrix 1Secure')
    expect(links).toEqual([{ label: 'Access 1Secure', href: `${url}/access` }])
    expect(text).toContain(`${url}/access`)
    visitor.cookies.clear()
    expect((await visitor.open('/access')).screen).toBe('login-page')
  })

  it('who keeps the way in for emergencies can’t be removed or limited', async () => {
    const { visitor, control, domain, keeper, id, now } = await underSso()
    await visitor.post(USERS, { addresses: `two@${domain}`, role: 'Administrator' })
    const second = await findAccountByEmail(testTenant.store.db, id, `two@${domain}`)
    await verifyAccount(testTenant.store.db, second?.id ?? '', now)
    for (const seen of [
      await visitor.post(`${USERS}/${keeper}/remove`),
      await visitor.post(`${USERS}/${keeper}`, { role: 'Viewer', until: '' }),
    ]) {
      expect(seen).toMatchObject({ status: 422, screen: 'user' })
      expect(seen.says).toContain('emergencies')
    }
    expect((await visitor.post(`${USERS}/${second?.id}/remove`)).says).toContain('removed')
    expect(await control.mails()).toHaveLength(2)
  })
})
