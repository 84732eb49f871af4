import { misbehaviours } from '@doorstep/mock-idp'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstLogin } from '../machines/first-login/pack.ts'
import { isJourney } from '../machines/model/flow.ts'
import { placeOf, stepsDone, type Track } from '../machines/model/track.ts'
import { browser } from '../mock-idp/clients/browser.ts'
import { signInAt } from '../mock-idp/clients/sign-in.ts'
import { startTracked, where } from './testing/start-tracked.ts'
import { wander } from './testing/wander.ts'

/** More than two days, in ms. */
const TWO_DAYS = (2 * 24 * 60 * 60 + 60) * 1000
const password = { 'New password': 'eleven quiet windows', 'Re-enter new password': 'eleven quiet windows' }

let tracked: Awaited<ReturnType<typeof startTracked>>
beforeAll(async () => {
  tracked = await startTracked()
})
afterAll(() => tracked.close())

const steps = (track: Track) => stepsDone(track).map((step) => step.slice(step.lastIndexOf('.') + 1))

describe('the real tenant is followed', () => {
  test('when the form is sent two days too late, and then by the new link', async () => {
    const person = await tracked.person('activate-account', 'invited')
    await person.follow('Activate my Netwrix account', 1)
    await person.control.advance(TWO_DAYS)
    await person.press('Reset Password', password)
    expect(where(await person.track())).toBe('activate-account: linkExpired (followed)')
    await person.press('Request a new activation link')
    expect(where(await person.track())).toBe('activate-account: newLinkSent (followed)')
    await person.follow('account activation link', 2)
    await person.press('Reset Password', password)
    const track = await person.track()
    expect(where(track)).toBe('activate-account: activated (followed)')
    expect(steps(track)).toEqual(['1', '2', '3', '4'])
  })

  test('when the link has expired, so that the new one is the first step', async () => {
    const person = await tracked.person('activate-account', 'invited')
    await person.control.advance(TWO_DAYS)
    await person.follow('Activate my Netwrix account', 1)
    await person.press('Request a new activation link')
    expect(steps(await person.track())).toEqual([])
    await person.follow('Activate my Netwrix account', 2)
    expect(steps(await person.track())).toEqual(['1'])
  })

  test('by an older link into its end, and by the newest one to a new password', async () => {
    const person = await tracked.person('reset-password', 'authenticator-app')
    await person.open('/')
    await person.press('Log In')
    await person.press('Continue', { 'Email address': person.email })
    await person.press('Forgot password')
    await person.press('Continue', { 'Email address': person.email })
    await person.press('Resend email')
    await expect.poll(async () => (await person.control.mails()).length).toBe(3)
    await person.follow('password reset link', 2)
    expect(where(await person.track())).toBe('reset-password: invalidLink (followed)')
    await person.follow('password reset link', 3)
    await person.press('Reset Password', password)
    const track = await person.track()
    expect(where(track)).toBe('reset-password: passwordChanged (followed)')
    expect(steps(track)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  test('into another procedure, and back where the two meet', async () => {
    const person = await tracked.person('log-in', 'activated')
    await person.follow('Netwrix 1Secure tenant link', 1)
    await person.press('Log In')
    await person.press('Continue', { 'Email address': person.email })
    await person.press('Forgot password')
    const away = await person.track()
    expect(where(away)).toBe('reset-password: forgotPassword (left)')
    expect(steps(away)).toEqual(['1', '2', '3'])
    await person.press('Continue', { 'Email address': person.email })
    await expect.poll(async () => (await person.control.mails()).length).toBe(2)
    await person.follow('password reset link', 2)
    await person.press('Reset Password', password)
    expect(where(await person.track())).toBe('reset-password: passwordChanged (followed)')
    await person.press('Log in to 1Secure')
    expect(where(await person.track())).toBe('log-in: loginPage (returned)')
    await person.press('Log In')
    await person.press('Continue', { 'Email address': person.email })
    await person.press('Continue', { Password: password['New password'] })
    const track = await person.track()
    expect(where(track)).toBe('log-in: keepAccountSafe (followed)')
    expect(steps(track)).toEqual(['1', '2', '3', '4'])
  })

  test('out of a form that was not sent: nothing is reached by that', async () => {
    const person = await tracked.person('configure-sso-entra', 'administrator')
    await person.open(person.control.made.signInUrl ?? '')
    for (const label of ['Configuration', 'My organization', 'Edit Settings']) await person.press(label)
    await person.press('Use this method', { Method: 'Entra ID' })
    await person.press('Cancel')
    const track = await person.track()
    expect(where(track)).toBe('configure-sso-entra: myOrganization (left)')
    expect(steps(track)).toEqual(['1', '2', '3', '4'])
  })

  test('onto a page that no procedure has, and off it again', async () => {
    const person = await tracked.person('add-users', 'administrator')
    await person.open(person.control.made.signInUrl ?? '')
    await person.press('Configuration')
    await person.press('Audit Logs')
    const strange = await person.track()
    expect(strange).toMatchObject({ fit: 'unknown', shown: 'audit-logs' })
    await person.press('Users')
    expect(where(await person.track())).toBe('add-users: users (returned)')
  })

  test('to the documented redirect address, which ends its step', async () => {
    const person = await tracked.person('register-entra-app', 'cloud-administrator')
    const { entra, password } = person.provider
    const admin = browser()
    await signInAt(admin, entra.adminCenter, 'nowhere:', { name: entra.administrator, password })
    await admin.open(`${entra.adminCenter}/applications`)
    const form = await admin.open(`${entra.adminCenter}/applications/new`)
    const redirectUri = 'https://auth.netwrix.com/login/callback'
    await admin.post(form.url, { name: 'Mine', audience: 'AzureADMyOrg', platform: 'web', redirectUri })
    await expect.poll(async () => where(await person.track())).toBe('register-entra-app: overview (followed)')
    expect(steps(await person.track())).toEqual(['1', '2', '3', '4', '5'])
  })
})

describe('at the provider', { timeout: 120_000 }, () => {
  const toEmail = async () => {
    const person = await tracked.person('log-in-sso', 'signed-out')
    await person.follow('Access 1Secure', 1)
    await person.press('Log In')
    return person
  }

  test('a sign-in that was cancelled is begun again', async () => {
    const person = await toEmail()
    await person.atProvider((there, page, stopAt) => there.post(page.url, { do: 'cancel' }, stopAt))
    const cancelled = await person.track()
    expect(where(cancelled)).toBe('log-in-sso: loginPage (followed)')
    expect(steps(cancelled)).toEqual(['1', '2'])
    await person.press('Log In')
    await person.logInBySso()
    await expect.poll(async () => where(await person.track())).toBe('log-in-sso: dashboard (followed)')
    expect(steps(await person.track())).toEqual(['1', '2', '3'])
  })

  test('whatever the provider does wrong, no one is reported as signed in whom the tenant refuses', async () => {
    const outcomes = await Promise.all(
      misbehaviours.map(async ({ id }) => {
        const person = await toEmail()
        await person.misbehave(id)
        await person.logInBySso()
        const { screen, says } = person.driver.seen
        const track = await person.track()
        return { id, screen, says, state: track.positions[0].moment.state, steps: steps(track).length }
      }),
    )
    const refused = outcomes.filter(({ says }) => says !== '')
    expect(refused.length).toBeGreaterThan(15)
    for (const outcome of refused)
      expect(outcome).toMatchObject({ screen: 'login-page', state: 'loginPage', steps: 2 })
    for (const outcome of outcomes.filter(({ screen }) => screen === 'dashboard'))
      expect(outcome).toMatchObject({ state: 'dashboard', steps: 3 })
  })
})

/** How many things are done in each flow; `TRACKED_ACTIONS` asks for more. */
const ACTIONS = Number(process.env.TRACKED_ACTIONS ?? 200)

describe('whatever a person does', { timeout: ACTIONS * 1_000 }, () => {
  /** Pages of the product that only lead on to another party are none. */
  const isPage = (screen: string) => screen !== '' && screen !== 'on-to-your-provider'

  const walks = firstLogin.flows.map(({ id, givens }) => [id, Object.keys(givens)[0] ?? ''] as const)

  test.each(walks)('%s: no page is claimed that the tenant does not show', async (flow, given) => {
    const isOfProduct = (screen: string) =>
      (tracked.pack.screens[screen]?.party ?? 'product') === 'product' &&
      (tracked.pack.screens[screen]?.kind ?? 'page') === 'page'
    const seed = Number(process.env.TRACKED_SEED ?? 1)
    const choices = fc.sample(fc.nat(10_000), { numRuns: ACTIONS, seed })
    const person = await tracked.person(flow, given)
    const { signInUrl } = person.control.made
    if (signInUrl) await person.open(signInUrl)
    let shown = ''
    for (const [n, choice] of choices.entries()) {
      const before = (await person.track()).shown
      await wander(person, choice)
      const tracked = await person.track()
      if (tracked.shown === before) person.resync()
      const track = await person.track()
      if (isPage(person.driver.seen.screen)) shown = person.driver.seen.screen
      const { screen } = placeOf(track, track.positions[0]).moment
      const why = `${n}: ${choice} at ${shown}`
      if (track.fit === 'unknown') expect(Object.keys(tracked.pack.screens), why).not.toContain(track.shown)
      else if (isOfProduct(screen) && !isJourney(track.flow)) expect(screen, why).toBe(shown)
    }
  })
})
