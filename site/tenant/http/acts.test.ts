import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { eventsAfter } from '../store/events.ts'
import { secretOf, wrong } from '../testing/authenticator-app.ts'
import { PageDriver } from '../testing/page-driver.ts'
import { signedIn } from '../testing/signed-in.ts'
import { DAY, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Seen, Visitor } from '../testing/visitor.ts'

const GOOD = 'river otter lamp'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** What a page says, as the stream tells it: without the values in it. */
const messageOf = ({ says }: Seen) =>
  says
    .trim()
    .replace(/“.*”/, '“…”')
    .replace(/\S+@\S+\.example\.com(?= is)/, '…')

/** A person at a page. Each press has to be one act, with the labels of that page and the screen and message that come next. */
function begin({ id, visitor }: { id: string; visitor: Visitor }, seen: Seen) {
  const acts = async () =>
    (await eventsAfter(testTenant.store.db, id, 0)).flatMap((event) => (event.kind === 'act' ? [event] : []))
  const driver = new PageDriver(visitor, seen, acts)
  const press = async (label: string, typed: Record<string, string> = {}) => {
    const { used, acts } = await driver.press(label, typed)
    const [act] = acts
    if (acts.length !== 1 || act?.did.what !== 'send')
      throw new Error(`${used.screen} · ${label} is published as ${JSON.stringify(acts)}`)
    const { screen, fields, press } = act.did
    expect({ screen, fields: Object.keys(fields) }).toEqual({ screen: used.screen, fields: used.fields })
    const message = messageOf(driver.seen)
    expect(act.shown, label).toEqual({ screen: driver.seen.screen, ...(message ? { message } : {}) })
    return { press, screen: driver.seen.screen, html: driver.seen.html }
  }
  /** Presses what has a label. */
  const use = async (label: string, typed: Record<string, string> = {}) => {
    const { press: pressed, ...then } = await press(label, typed)
    expect(pressed).toBe(label)
    return then
  }
  return { press, use }
}

describe('an act has the labels of its page, and what is shown next', () => {
  it('from the invitation to the dashboard', async () => {
    const made = await testTenant.sandbox()
    const { use } = begin(made, await made.visitor.open(await made.control.link('account activation link')))
    const password = { 'New password': GOOD, 'Re-enter new password': GOOD }
    await use('Reset Password')
    await use('Reset Password', { ...password, 'New password': 'short' })
    await use('Reset Password', password)
    await use('Log in to 1Secure')
    await use('Log In')
    await use('Continue')
    await use('Continue', { 'Email address': made.email.replace('new.', 'old.') })
    await use('Continue', { Password: GOOD })
    await use('Edit')
    await use('Continue', { 'Email address': made.email })
    await use('Forgot password')
    await use('Go back')
    await use('Continue', { 'Email address': made.email })
    await use('Continue', { Password: 'not this one' })
    await use('Continue', { Password: GOOD })
    await use('Go back')
    await use('Continue', { 'Email address': made.email })
    await use('Continue', { Password: GOOD })
    await use('Security Key')
    await use('Try another method')
    const { html } = await use('Google Authenticator or Similar')
    await use('Trouble Scanning?')
    const code = codeAt(secretOf(html), made.now)
    await use('Continue', { 'Enter one time code': wrong(code) })
    expect(await use('Continue', { 'Enter one time code': code })).toMatchObject({ screen: 'dashboard' })
    expect(await use('Log out')).toMatchObject({ screen: 'login-page' })
  })

  it('at a later login and on the account’s page', async () => {
    const {
      password = '',
      totpSecret = '',
      now,
      ...made
    } = await testTenant.sandbox({ given: 'authenticator-app' })
    const { press, use } = begin(made, await made.visitor.open('/'))
    await use('Log In')
    await use('Continue', { 'Email address': made.email })
    await use('Continue', { Password: password })
    await use('Try another method')
    await use('Continue', { 'Remember this device for 30 days': 'yes' })
    await use('Continue', { 'Enter one time code': codeAt(totpSecret, now) })
    expect(await press(made.email)).toMatchObject({ press: undefined, screen: 'your-account' })
    await use('Confirm')
    await use('Continue', { Password: password })
    await made.control.advance(30_000)
    await use('Continue', { 'Enter one time code': codeAt(totpSecret, now + 30_000) })
    await use('Add a method')
    await use('Go back')
    await use('Change password')
    await use('Back to your account')
    await use('Change password')
    await use('Change password', { 'Current password': 'not this one' })
    const again = { 'New password': GOOD, 'Re-enter new password': GOOD }
    expect(await use('Change password', { 'Current password': password, ...again })).toMatchObject({
      screen: 'your-account',
    })
  })

  it('when a link has expired or was replaced', async () => {
    const made = await testTenant.sandbox({ given: 'link-expired' })
    const open = async (n: number) =>
      begin(made, await made.visitor.open(await made.control.link('account activation link', n)))
    const { use } = await open(1)
    await use('Request a new activation link')
    const old = await open(1)
    expect(await old.use('Log in to 1Secure')).toMatchObject({ screen: 'login-page' })
  })

  it('when a password is forgotten', async () => {
    const made = await testTenant.sandbox({ given: 'authenticator-app' })
    const { use } = begin(made, await made.visitor.open('/forgot'))
    await use('Continue', { 'Email address': 'no address' })
    await use('Continue', { 'Email address': made.email })
    await use('Resend email')
    await testTenant.settled()
    const link = await made.control.link('password reset link', 3)
    const later = begin(made, await made.visitor.open(link))
    await later.use('Reset Password', { 'New password': GOOD, 'Re-enter new password': 'another' })
    await later.use('Reset Password', { 'New password': GOOD, 'Re-enter new password': GOOD })
    await later.use('Log in to 1Secure')
  })

  it('in the top bar and the left pane of every page', async () => {
    const made = await signedIn(testTenant)
    const { press, use } = begin(made, await made.visitor.open('/dashboard'))
    const pane = ['Users', 'Alerts', 'Risk profiles', 'Integrations', 'My organization', 'Audit Logs']
    for (const label of ['Configuration', ...pane, 'Managed organizations', 'Home']) await use(label)
    await press(made.email)
    await use('Home')
  })

  it('on the pages of users', async () => {
    const made = await signedIn(testTenant)
    const { press, use } = begin(made, await made.visitor.open('/configuration/users'))
    const second = `second@${made.domain}`
    await use('Add Users')
    await use('Add')
    await use('Add', { 'Email addresses': 'no address' })
    await use('Add', { 'Email addresses': `first@elsewhere.example` })
    await use('Add', { 'Email addresses': made.email })
    await use('Cancel')
    await use('Add Users')
    await use('Add', { 'Email addresses': second, Role: 'Editor' })
    await use('Resend Invite')
    expect(await press(second)).toMatchObject({ press: undefined, screen: 'user' })
    await use('Cancel')
    await press(second)
    await use('Save', { 'Grant user temporary access until': '2020-01-01' })
    await use('Save', { 'Grant user temporary access until': '' })
    await press(made.email)
    await use('End sessions')
    await press(made.email)
    await use('Remove user')
    await use('Users')
    await press(second)
    expect(await use('Remove user')).toMatchObject({ screen: 'users' })
  })

  it('in the settings of the login and on the page of alerts', async () => {
    const made = await signedIn(testTenant)
    const { press, use } = begin(made, await made.visitor.open('/configuration/my-organization'))
    await use('Edit Settings')
    expect(await press('Use this method', { Method: 'Entra ID' })).toMatchObject({ press: undefined })
    await use('Save')
    await use('Save', { 'Client ID': 'no guid' })
    await press('Use this method', { Method: 'OpenID Connect' })
    await use('Test connection', { 'Client ID': 'an id', 'Discovery url': 'https://127.0.0.1/x' })
    await use('Cancel')
    await use('Edit Settings')
    await press('Use this method', { Method: 'Entra ID' })
    await use('Save', { 'Client ID': '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'Client secret': 'a secret' })
    await use('Edit Settings')
    await use('Save', { 'Find everyone by address again at the next login': 'yes' })
    await use('Alerts')
    await use('Mark as handled')
    await use('Open again')
  })

  it.each(['editor', 'viewer'] as const)('where an %s is refused', async (given) => {
    const made = await signedIn(testTenant, given)
    const { use } = begin(made, await made.visitor.open('/dashboard'))
    for (const label of ['Configuration', 'My organization', 'Audit Logs', 'Users', 'Add Users'])
      await use(label)
  })
})

it('tells what a mailed link was, with all that is true of it', async () => {
  const { acts, control, visitor } = await testTenant.sandbox({ given: 'link-expired' })
  const label = 'account activation link'
  const first = await control.link(label)
  await visitor.open(first)
  await visitor.post('/activate/new-link')
  await visitor.open(first)
  const second = await control.link(label, 2)
  await visitor.open(second)
  await visitor.post('/activate', { password: GOOD, again: GOOD })
  await control.advance(2 * DAY)
  await visitor.open(second)
  await visitor.open(second.replace(/.$/, (end) => (end === 'A' ? 'E' : 'A')))
  expect((await acts()).filter((act) => act.startsWith('follow'))).toEqual([
    `follow ${label} (newest+expired) → link-expired`,
    `follow ${label} (older+expired) → invalid-link`,
    `follow ${label} (newest) → change-your-password`,
    `follow ${label} (newest+used+expired) → invalid-link`,
    `follow ${label} () → invalid-link`,
  ])
})
