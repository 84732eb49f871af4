import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import type { NewSandbox } from '../control/create-sandbox.ts'
import type { Role } from '../roles.ts'
import { PASSWORD, withSecondUser } from '../testing/second-user.ts'
import { signedIn } from '../testing/signed-in.ts'
import { DAY, MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const USERS = '/configuration/users'

const two = (role?: Role) => withSecondUser(testTenant, role)

const ownId = async (visitor: Visitor, email: string) => {
  const { html } = await visitor.open(USERS)
  return new RegExp(`users/([\\w-]{43})/open">${email}`).exec(html.replaceAll('<wbr/>', ''))?.[1] ?? ''
}

describe('a role', () => {
  it('counts from the next request on', async () => {
    const { visitor, person, userId: id } = await two('Editor')
    expect((await person.open('/configuration/audit-logs')).status).toBe(403)
    const saved = await visitor.post(`${USERS}/${id}`, { role: 'Administrator', until: '' })
    expect(saved).toMatchObject({ status: 200, screen: 'users' })
    expect((await person.open('/configuration/audit-logs')).status).toBe(200)
    await person.post(`${USERS}/${id}`, { role: 'Viewer', until: '' })
    expect((await person.open('/configuration/audit-logs')).status).toBe(403)
  })

  it('is changed by Administrators only, in their own sandbox', async () => {
    const { person, userId: id, url } = await two('Editor')
    const other = await signedIn(testTenant)
    const change = { role: 'Administrator', until: '' }
    expect((await person.post(`${USERS}/${id}`, change)).status).toBe(403)
    expect((await person.post(`${USERS}/${id}/remove`)).status).toBe(403)
    expect((await other.visitor.post(`${USERS}/${id}`, change)).status).toBe(404)
    expect((await other.visitor.open(`${USERS}/${id}`)).status).toBe(404)
    expect((await new Visitor(testTenant.url, url).open(`${USERS}/${id}`)).screen).toBe('login-page')
    expect((await person.open('/configuration/audit-logs')).status).toBe(403)
  })
})

describe('temporary access', () => {
  it('ends for the live session, and for new ones', async () => {
    const { visitor, person, second, userId: id, secret, control, now } = await two()
    const until = new Date(now).toISOString().slice(0, 10)
    expect((await visitor.post(`${USERS}/${id}`, { role: 'Editor', until })).html).toContain(`Until ${until}`)
    const left = DAY - (now % DAY)
    await control.advance(left - 10 * MINUTE)
    await person.passPassword(second, PASSWORD)
    await person.post('/log-in/verify', { code: codeAt(secret, now + left - 10 * MINUTE) })
    await control.advance(10 * MINUTE - 1)
    expect(await person.session()).toBe(second)
    await control.advance(1)
    expect(await person.session()).toBeUndefined()
    expect((await person.passPassword(second, PASSWORD)).says).toContain('Wrong email or password')
  })

  it.each(['2026-01-14', 'tomorrow', '2026-02-30'])('refuses the day %s at its field', async (until) => {
    const { visitor, userId: id } = await two()
    const seen = await visitor.post(`${USERS}/${id}`, { role: 'Editor', until })
    expect(seen).toMatchObject({ status: 422, screen: 'user' })
    expect(seen.html).toMatch(/id="until"[^>]*aria-invalid="true"/)
  })
})

describe('removing a user', () => {
  it('ends live sessions and closes the account', async () => {
    const { visitor, person, second, userId: id } = await two()
    expect((await visitor.post(`${USERS}/${id}/remove`)).says).toContain('removed')
    expect(await person.session()).toBeUndefined()
    expect((await person.passPassword(second, PASSWORD)).says).toContain('Wrong email or password')
  })

  it('leaves an Administrator whose access lasts, whatever is tried', async () => {
    const { visitor, email, domain } = await signedIn(testTenant)
    await visitor.post(USERS, { addresses: `pending@${domain}`, role: 'Administrator' })
    const own = await ownId(visitor, email)
    const tries = [
      visitor.post(`${USERS}/${own}/remove`),
      visitor.post(`${USERS}/${own}`, { role: 'Viewer', until: '' }),
      visitor.post(`${USERS}/${own}`, { role: 'Administrator', until: '2027-01-01' }),
    ]
    for (const seen of await Promise.all(tries)) {
      expect(seen).toMatchObject({ status: 422, screen: 'user' })
      expect(seen.says).toContain('last Administrator')
    }
    expect(await visitor.session()).toBe(email)
  })

  it('lets only one of two Administrators go who remove each other at once', async () => {
    const { visitor, person, email, userId: id, second } = await two('Administrator')
    const own = await ownId(visitor, email)
    await Promise.all([visitor.post(`${USERS}/${id}/remove`), person.post(`${USERS}/${own}/remove`)])
    const left = [await visitor.session(), await person.session()].filter(Boolean)
    expect([[email], [second]]).toContainEqual(left)
  })
})

describe('the sessions of a user', () => {
  it('are ended by an Administrator, who stays', async () => {
    const { visitor, person, email, second, userId: id } = await two()
    expect((await person.post(`${USERS}/${id}/end-sessions`)).status).toBe(403)
    expect(await person.session()).toBe(second)
    expect((await visitor.open(`${USERS}/${id}`)).html).toContain('one session')
    expect((await visitor.post(`${USERS}/${id}/end-sessions`)).says).toContain('have ended')
    expect(await person.session()).toBeUndefined()
    expect((await visitor.open(`${USERS}/${id}`)).html).not.toContain('End sessions')
    await visitor.post(`${USERS}/${await ownId(visitor, email)}/end-sessions`)
    expect(await visitor.session()).toBe(email)
  })
})

describe('the audit log', () => {
  it('tells who did what, and nothing secret', async () => {
    const { visitor, person, second, userId: id } = await two()
    await visitor.post(`${USERS}/${id}`, { role: 'Viewer', until: '2026-03-01' })
    await person.open('/configuration/my-organization')
    await person.post('/log-out')
    await person.passPassword(second, 'a wrong password')
    await visitor.post(`${USERS}/${id}/remove`)
    const { html, screen } = await visitor.open('/configuration/audit-logs')
    expect(screen).toBe('audit-logs')
    for (const words of [
      'User added',
      'Invitation sent',
      'Account activated',
      'Logged in',
      'Role changed',
      `${second}: Editor → Viewer`,
      `${second}: 2026-03-01`,
      'Access refused',
      'Logged out',
      'Login failed',
      'User removed',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain(PASSWORD)
    expect(html).not.toContain('a wrong password')
  })
})

describe('arranging', () => {
  it('brings back the first person, alone, even if removed', async () => {
    const { control, person, visitor, email } = await two('Administrator')
    await person.post(`${USERS}/${await ownId(visitor, email)}/remove`)
    expect(await visitor.session()).toBeUndefined()
    const body = JSON.stringify({ given: 'viewer' })
    const arranged = (await (await control.call('/arrange', { method: 'POST', body })).json()) as NewSandbox
    expect(await person.session()).toBeUndefined()
    await visitor.open(arranged.signInUrl ?? '')
    expect(await visitor.session()).toBe(email)
    expect((await visitor.open(USERS)).html.match(/<th scope="row"/g)).toHaveLength(1)
  })
})
