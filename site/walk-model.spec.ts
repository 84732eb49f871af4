import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { isJourney } from '../machines/model/flow.ts'
import { perform } from '../machines/model/perform.ts'
import { begin, walk } from '../machines/model/walk.ts'
import { beginsWithPassword } from './simulator/model/account.ts'
import { splitChoices } from './simulator/walk/choices.ts'
import { countOf } from './simulator/walk/count-of.ts'
import { ByHand, codeOnPhone, product } from './testing/by-hand.ts'

const here = (page: Page) => page.locator('.diagram .state.here')
const currentStep = (page: Page) => page.locator('.procedure [aria-current="step"]')
/** What can be done next, as the page lists it; the diagram has the same names. */
const choice = (page: Page, name: string | RegExp) =>
  page.locator('button[data-press]').filter({ hasText: name })
const happened = (page: Page) => page.locator('.happened')
const outlook = (page: Page) => page.locator('.outlook')

const flows = packs.flatMap((pack) =>
  pack.flows.filter((flow) => !isJourney(flow)).map((flow) => ({ pack, flow })),
)

for (const { pack, flow } of flows)
  test(`${flow.id} is walked by hand, from its beginning to its goal`, async ({ page }) => {
    const given = Object.keys(flow.givens)[0] ?? ''
    await page.goto(`/flows/${flow.id}/#given=${given}&walk=`)
    const person = new ByHand(page, pack, beginsWithPassword(pack, flow, given))
    const events: string[] = []
    for (let now = begin(flow, given); !now.goal; now = walk(flow, given, events).at(-1) ?? now) {
      await expect(page.locator('.transport output')).toHaveText(countOf(events.length, events.length))
      const moments = walk(flow, given, events)
      const [next] = splitChoices(flow, moments, moments.length - 1).documented
      const event = flow.events[next?.event ?? '']
      if (!next || !event) throw new Error(`Nothing leads on from ${now.state}.`)
      events.push(next.event)
      if (event.does && !event.press) await page.getByRole('button', { name: event.label }).first().click()
      else await perform({ pack, screen: now.screen, event: { ...event, does: undefined } }, person)
      // A field is left as soon as something else is reached for.
      if (event.fill && !event.press) await page.locator('h1').first().click()
    }
    await expect(outlook(page)).toContainText('You reached the goal of')
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('walk')).toBe(events.join(','))
  })

test('the first login by hand: mail, address, password, phone, dashboard', async ({ page }) => {
  await page.goto('/flows/log-in/')
  await page.getByRole('region', { name: 'Mailbox' }).hover()
  const mail = page.locator('iframe[title="Welcome to Netwrix 1Secure"]')
  // Until the page listens to its links, nothing in the mail can be pressed.
  await expect(mail).not.toHaveAttribute('inert')
  await mail.contentFrame().getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()

  const notes = page.getByRole('region', { name: 'Notes' }).getByRole('code')
  await product(page)
    .getByLabel('Email address')
    .fill((await notes.nth(0).textContent()) ?? '')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await product(page)
    .getByLabel('Password')
    .fill((await notes.nth(1).textContent()) ?? '')
  await expect(currentStep(page)).toContainText('Enter your password')
  await product(page).getByLabel('Password').press('Enter')
  await product(page).getByRole('button', { name: 'Google Authenticator or Similar' }).click()
  await product(page)
    .getByLabel('Enter one time code')
    .fill(await codeOnPhone(page))
  await product(page).getByRole('button', { name: 'Continue' }).click()

  await expect(product(page).getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  await expect(page.locator('.diagram .arrow.walked')).toHaveCount(6)
})

test('wrong turns are refused in the product’s words, and say where they come from', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await product(page).getByLabel('Password').fill('a guess')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('alert')).toHaveText('Wrong email or password')
  await expect(page.getByText('Refused.')).toBeVisible()
  await choice(page, 'Enter a wrong password ten times').click()
  await expect(product(page).getByRole('alert')).toContainText('blocked')
})

test('what a person types is what the product shows', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in')
  await product(page).getByLabel('Email address').fill('someone.else@example.com')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByText('someone.else@example.com')).toBeVisible()

  await page.goto('/flows/add-users/#walk=open-configuration,open-users,add-users')
  await product(page).getByLabel('Email addresses').fill('new.person@example.com')
  await product(page).getByLabel('Role').selectOption('Editor')
  await product(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(
    product(page).getByRole('row', { name: /new\.person@example\.com.* Editor.* Pending/ }),
  ).toBeVisible()
})

test('a password that was chosen on the way opens the account, and the one before does not', async ({
  page,
}) => {
  const walked =
    'open-login-page,log-in,email.registered,forgot-password,reset-email.registered,open-reset-link'
  await page.goto(`/flows/reset-password/#walk=${walked}`)
  await product(page).getByLabel('New password', { exact: true }).fill('nobody else has this one')
  await product(page).getByLabel('Re-enter new password').fill('nobody else has this one')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await product(page).getByRole('link', { name: 'Log in to 1Secure' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()
  await product(page).getByRole('button', { name: 'Continue' }).click()
  const enter = async (password: string) => {
    await product(page).getByLabel('Password').fill(password)
    await product(page).getByRole('button', { name: 'Continue' }).click()
  }
  await enter('nine loud doors shut')
  await expect(product(page).getByRole('alert')).toHaveText('Wrong email or password')
  await enter('nobody else has this one')
  await expect(product(page).getByRole('heading', { name: 'Verify Your Identity' })).toBeVisible()
})

test('the clock moves while a form is half filled in', async ({ page }) => {
  await page.goto('/flows/activate-account/#walk=open-activation.button')
  await product(page).getByLabel('New password', { exact: true }).fill('eleven quiet windows')
  await product(page).getByLabel('Re-enter new password').fill('eleven quiet windows')
  const clock = page.getByRole('region', { name: 'Clock' })
  await product(page).getByLabel('Re-enter new password').blur()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.ready')
  await clock.getByRole('button', { name: 'Let two days pass' }).click()
  await expect(clock).toContainText('2 days later')
  await expect(product(page).getByLabel('Re-enter new password')).toHaveValue('eleven quiet windows')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(product(page).getByRole('heading', { name: 'Link Expired' })).toBeVisible()
  await product(page).getByRole('button', { name: 'Request a new activation link' }).click()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('2 mails')
})

test('a code is good once', async ({ page }) => {
  await page.goto(
    '/flows/log-in/#given=authenticator-app&walk=open-tenant-link,log-in,email.registered,password.right',
  )
  const code = await codeOnPhone(page)
  const enter = async () => {
    await product(page).getByLabel('Enter one time code').fill(code)
    await product(page).getByRole('button', { name: 'Continue' }).click()
  }
  await enter()
  for (const name of [/Log out/, /Click Log In/, /registered address/, /right password/])
    await choice(page, name).last().click()
  await enter()
  await expect(happened(page)).toContainText('Enter the code that was used before. Refused.')
})

test('an address is opened by typing it', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link')
  const bar = product(page).getByRole('combobox', { name: 'Address' })
  await expect(bar).toHaveValue('larkspur.1secure.example/login-page')
  await bar.fill('https://larkspur.1secure.example/dashboard')
  await bar.press('Enter')
  await expect(happened(page)).toContainText('Open the dashboard by its address. Refused.')
  await bar.fill('larkspur.1secure.example/attic')
  await bar.press('Enter')
  await expect(page.getByText('The model doesn’t know the address')).toBeVisible()
})

test('a procedure of the journey is walked by hand, and so is the next, with what was chosen in it', async ({
  page,
}) => {
  await page.goto('/flows/onboarding/#walk=')
  const mail = (link: string) =>
    page
      .locator('iframe[title="Welcome to Netwrix 1Secure"]:not([inert])')
      .contentFrame()
      .getByRole('link', { name: link })
      .click()
  await mail('Activate my Netwrix account')
  await expect(here(page)).toHaveAttribute('data-state', 'invited')
  await product(page).getByLabel('New password', { exact: true }).fill('nobody else has this one')
  await product(page).getByLabel('Re-enter new password').fill('nobody else has this one')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'activated')

  await mail('Netwrix 1Secure tenant link')
  await product(page).getByRole('button', { name: 'Log In' }).click()
  await product(page).getByLabel('Email address').fill('new.administrator@example.com')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await product(page).getByLabel('Password').fill('nobody else has this one')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await product(page).getByRole('button', { name: 'Google Authenticator or Similar' }).click()
  await product(page)
    .getByLabel('Enter one time code')
    .fill(await codeOnPhone(page))
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'signedIn')
  expect(new URL(page.url()).hash).toBe('#walk=activate-account,log-in')
})

test('a moment has an address, and time goes back and forward', async ({ page }) => {
  await page.goto('/flows/activate-account/#walk=two-days-pass,open-activation.button,request-new-link&at=1')
  await expect(here(page)).toHaveAttribute('data-state', 'expiredMail')
  await page.getByRole('button', { name: 'One moment forward' }).click()
  await expect(product(page).getByRole('heading', { name: 'Link Expired' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#walk=two-days-pass,open-activation.button,request-new-link&at=2')
  await page.getByRole('button', { name: 'Back to the beginning' }).click()
  await choice(page, 'Click the link in the mail').click()
  expect(new URL(page.url()).hash).toBe('#walk=open-activation.link')
  await page.reload()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.blank')
})

test('what the model does not know is said, and loses nothing', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await product(page).getByRole('link', { name: 'Forgot password' }).click()
  const said = page.locator('.happened')
  await expect(said).toHaveText('“Forgot password” is no step of “Log in”. It is part of “Reset a password”.')
  await expect(here(page)).toHaveAttribute('data-state', 'password')
  await product(page).getByLabel('Password').fill('   ')
  await product(page).getByRole('link', { name: 'Edit' }).click()
  await product(page).getByLabel('Email address').fill('no address')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(said).toHaveText(
    'Here the documentation doesn’t say what comes after “Continue” with what was typed.',
  )
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
})

test('the security key blinks, can be refused, and can be touched', async ({ page }) => {
  await page.goto(
    '/flows/log-in/#walk=open-tenant-link,log-in,email.registered,password.right,choose.security-key',
  )
  const key = page.getByRole('region', { name: 'Security key' })
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key.getByRole('button', { name: 'Cancel the browser’s question' }).click()
  await expect(product(page).getByRole('alert')).toContainText('try again')
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key.getByRole('button', { name: 'Touch the security key' }).click()
  await expect(product(page).getByRole('heading', { name: 'Name Your Security Key' })).toBeVisible()
})

test('by keyboard alone: from the steps to the end of a flow', async ({ page }) => {
  await page.goto('/flows/activate-account/')
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  await doIt.focus()
  for (const heading of ['Change Your Password', 'Account Activated']) {
    await expect(async () => {
      await page.keyboard.press('Enter')
      await expect(product(page).getByRole('heading', { name: heading })).toBeVisible({ timeout: 300 })
    }).toPass()
    await doIt.focus()
  }
})
