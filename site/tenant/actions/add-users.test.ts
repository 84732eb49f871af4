import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import { addUser } from '../store/users.ts'
import { signedIn } from '../testing/signed-in.ts'
import { HOUR, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const USERS = '/configuration/users'
const ids = (html: string) => [...html.matchAll(/users\/([\w-]{43})\/resend/g)].map(([, id]) => id ?? '')

describe('adding users', () => {
  it('mails each of them an invitation that works', async () => {
    const { visitor, control, domain, acts, url } = await signedIn(testTenant)
    await visitor.post(`${USERS}/new`)
    const added = await visitor.post(USERS, {
      addresses: `One@${domain}, two@${domain}\nthree@${domain} one@${domain}`,
      role: 'Viewer',
    })
    expect(added).toMatchObject({ status: 200, screen: 'users' })
    expect(added.says).toContain('sent')
    expect(added.html.match(/>Pending Verification</g)).toHaveLength(3)
    const to = (await control.mails()).slice(1).map((mail) => mail.to)
    expect(to).toEqual(['one', 'two', 'three'].map((name) => `${name}@${domain}`))

    const invited = new Visitor(testTenant.url, url)
    await invited.open(await control.link('Activate my Netwrix account', 3))
    const password = 'four words for a door'
    expect((await invited.post('/activate', { password, again: password })).screen).toBe('account-activated')
    expect((await invited.passPassword(`two@${domain}`, password)).screen).toBe('keep-your-account-safe')
    expect((await visitor.open(USERS)).html.match(/>Verified</g)).toHaveLength(2)
    expect(await acts()).toEqual(
      expect.arrayContaining([
        'users · Add Users → add-users',
        'add-users · Add (Email addresses: new, Role: Viewer) → users “The invitation was sent. Until the user activates the account, the status is Pending Verification.”',
        'invited: follow Activate my Netwrix account (newest) → change-your-password',
        'invited: change-your-password · Reset Password (New password: strong, Re-enter new password: same) → account-activated',
        'invited: enter-your-password · Continue (Password: right) → keep-your-account-safe',
      ]),
    )
  })

  it('says of an invitation that it is not followed yet, as long as that is so', async () => {
    const { visitor, control, domain, url } = await signedIn(testTenant)
    await visitor.post(USERS, { addresses: `one@${domain}`, role: 'Viewer' })
    expect((await visitor.open(`${USERS}?done=added`)).says).toContain('Until the user activates the account')
    const invited = new Visitor(testTenant.url, url)
    const mail = (await control.mails()).at(-1)
    await invited.open(await control.link('Activate my Netwrix account', mail?.n))
    const password = 'four words for a door'
    await invited.post('/activate', { password, again: password })
    const after = await visitor.open(`${USERS}?done=added`)
    expect(after.html.match(/>Verified</g)).toHaveLength(2)
    expect(after.says).toBe('')
  })

  it('adds and invites someone whose mailbox is in another sandbox, whether that one has them or not', async () => {
    const [one, other] = [await signedIn(testTenant), await signedIn(testTenant)]
    const known = `new.administrator@${other.domain}`
    const addresses = `${known}, nobody.yet@${other.domain}`
    const added = await one.visitor.post(USERS, { addresses, role: 'Viewer' })
    expect(added).toMatchObject({ status: 200, screen: 'users' })
    expect(added.html.match(/>Pending Verification</g)).toHaveLength(2)
    const to = (await other.control.mails()).map((mail) => mail.to)
    expect(to).toEqual(expect.arrayContaining(addresses.split(', ')))
    expect(JSON.stringify(await one.acts())).not.toContain(other.domain)
    const again = await one.visitor.post(USERS, { addresses: known, role: 'Viewer' })
    expect(again.says).toContain('already')
    expect(JSON.stringify(await one.acts())).not.toContain(other.domain)
  })

  it.each([
    ['', 'e-mail address', 'empty'],
    [' , ', 'e-mail address', 'empty'],
    ['good@DOMAIN, no address', 'e-mail address', 'malformed'],
    ['someone@example.org', 'e-mail address', 'malformed'],
    ['someone@x.DOMAIN', 'e-mail address', 'malformed'],
    ['other@DOMAIN NEW.administrator@DOMAIN', 'already', 'known'],
  ])('says at the field what is wrong with "%s", keeps it, and adds no one', async (typed, says, symbol) => {
    const { visitor, control, domain, acts } = await signedIn(testTenant)
    const addresses = typed.replaceAll('DOMAIN', domain)
    const seen = await visitor.post(USERS, { addresses, role: 'Editor' })
    expect(seen).toMatchObject({ status: 422, screen: 'add-users' })
    expect(seen.says).toContain(says)
    expect(seen.html).toContain(`value="${addresses}"`)
    expect(seen.html).toContain('<option selected="">Editor')
    expect(await control.mails()).toHaveLength(1)
    const [act, ...others] = await acts()
    expect(act).toContain(`add-users · Add (Email addresses: ${symbol}, Role: Editor) → add-users “`)
    expect(act).toContain(says)
    expect(others).toEqual([])
  })

  it('knows three roles', async () => {
    const { visitor, domain } = await signedIn(testTenant)
    const seen = await visitor.post(USERS, { addresses: `one@${domain}`, role: 'Owner' })
    expect(seen).toMatchObject({ status: 422, screen: 'add-users' })
  })

  it('is refused to others than Administrators, whatever they send', async () => {
    const { visitor, control, domain } = await signedIn(testTenant, 'editor')
    const seen = await visitor.post(USERS, { addresses: `one@${domain}`, role: 'Administrator' })
    expect(seen).toMatchObject({ status: 403, screen: 'users' })
    expect(seen.says).toContain('Administrator')
    expect(await control.mails()).toHaveLength(1)
  })

  it('ends at a hundred: then none of them is added, and what was typed stays', async () => {
    const { visitor, control, domain, id, email } = await signedIn(testTenant)
    const first = await findAccountByEmail(testTenant.store.db, id, email)
    for (let n = 1; n <= 98; n++) {
      const one = { id: `${id}-${n}`, email: `u${n}@${domain}`, handle: `${id}-${n}` }
      if (first) await addUser(testTenant.store.db, { ...first, ...one, role: 'Viewer' })
    }
    const both = `one@${domain}, two@${domain}`
    const refused = await visitor.post(USERS, { addresses: both, role: 'Viewer' })
    expect(refused).toMatchObject({ status: 422, screen: 'add-users' })
    expect(refused.says).toContain('at most 100 users')
    expect(refused.html).toContain(both)
    expect(await control.mails()).toHaveLength(1)
    expect((await visitor.post(USERS, { addresses: `one@${domain}`, role: 'Viewer' })).status).toBe(200)
  })
})

describe('Resend Invite', () => {
  it('puts the earlier link out of use, and is limited', async () => {
    const { visitor, control, domain, url, acts } = await signedIn(testTenant)
    const { html } = await visitor.post(USERS, { addresses: `one@${domain}`, role: 'Viewer' })
    const [id = ''] = ids(html)
    expect((await visitor.post(`${USERS}/${id}/resend`)).says).toContain('sent')
    expect((await acts()).at(-1)).toBe(
      'users · Resend Invite → users “A new invitation was sent. Earlier ones no longer work.”',
    )
    const open = async (n: number) =>
      (await new Visitor(testTenant.url, url).open(await control.link('account activation link', n))).screen
    expect(await open(2)).toBe('invalid-link')
    expect(await open(3)).toBe('change-your-password')
    for (let n = 0; n < 3; n++) await visitor.post(`${USERS}/${id}/resend`)
    expect(await visitor.post(`${USERS}/${id}/resend`)).toMatchObject({ status: 429, screen: 'users' })
    expect(await control.mails()).toHaveLength(6)
    await control.advance(HOUR - 1)
    expect((await visitor.post(`${USERS}/${id}/resend`)).status).toBe(429)
  })

  it('is for pending users only', async () => {
    const { visitor, control } = await signedIn(testTenant)
    const list = await visitor.open(USERS)
    const [, id = ''] = /users\/([\w-]{43})\/open"/.exec(list.html) ?? []
    expect((await visitor.post(`${USERS}/${id}/resend`)).status).toBe(409)
    expect(await control.mails()).toHaveLength(1)
  })
})

it('keeps to the limit when many are added at once', async () => {
  const small = await startTestTenant({ rules: { ...rules, limitUsers: () => 4 } })
  try {
    const { visitor, domain } = await signedIn(small)
    const adding = Array.from({ length: 8 }, (_, n) =>
      visitor.copy().post(USERS, { addresses: `a${n}@${domain}, b${n}@${domain}`, role: 'Viewer' }),
    )
    const statuses = (await Promise.all(adding)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 422, 422, 422, 422, 422, 422, 422])
    expect(ids((await visitor.open(USERS)).html)).toHaveLength(2)
  } finally {
    await small.close()
  }
})
