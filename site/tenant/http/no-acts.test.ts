import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../testing/signed-in.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

describe('no act is published', () => {
  it('for a HEAD request, as mail scanners send it', async () => {
    const { acts, control, visitor } = await testTenant.sandbox()
    const links = await Promise.all(
      ['Activate my Netwrix account', 'account activation link', 'Netwrix 1Secure tenant link'].map((label) =>
        control.link(label),
      ),
    )
    for (const path of [...links, '/', '/access', '/dashboard', '/open/log-in?from=invalid-link'])
      await visitor.copy().request(path, { method: 'HEAD' })
    expect(await acts()).toEqual([])
  })

  it('for a page that is loaded again', async () => {
    const made = await signedIn(testTenant)
    const { path } = await made.visitor.open('/open/users?from=dashboard')
    const before = await made.acts()
    await made.visitor.open(path)
    expect(before).toEqual(['dashboard · Users → users'])
    expect(await made.acts()).toEqual(before)
  })

  it.each(['', '?from=', '?from=nowhere', '?from=constructor', '?from=%00'])(
    'for a link that does not name a known screen: "%s"',
    async (query) => {
      const { acts, visitor } = await signedIn(testTenant)
      expect((await visitor.open(`/open/users${query}`)).screen).toBe('users')
      expect(await acts()).toEqual([])
    },
  )

  it.each(['nowhere', 'constructor', '__proto__'])('for a link that does not exist: %s', async (link) => {
    const { acts, visitor } = await signedIn(testTenant)
    expect(await visitor.open(`/open/${link}?from=dashboard`)).toMatchObject({ status: 404 })
    expect(await acts()).toEqual([])
  })
})
