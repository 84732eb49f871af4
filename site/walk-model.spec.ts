import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { perform } from '../machines/model/perform.ts'
import { begin, walk } from '../machines/model/walk.ts'
import { beginsWithPassword } from './simulator/model/account.ts'
import { splitChoices } from './simulator/walk/choices.ts'
import { countOf } from './simulator/walk/count-of.ts'
import { ByHand, codeOnPhone, product } from './testing/by-hand.ts'
import { count, doIt, happened, here, outlook } from './testing/on-page.ts'

const flows = packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow })))

for (const { pack, flow } of flows)
  test(`${flow.id} is walked by hand, from its beginning to its goal`, async ({ page }) => {
    const given = Object.keys(flow.givens)[0] ?? ''
    await page.goto(`/flows/${flow.id}/#given=${given}&walk=`)
    const person = new ByHand(page, pack, beginsWithPassword(pack, flow, given))
    const events: string[] = []
    for (let now = begin(flow, given); !now.goal; now = walk(flow, given, events).at(-1) ?? now) {
      await expect(count(page)).toHaveText(countOf(events.length, events.length))
      const moments = walk(flow, given, events)
      const [next] = splitChoices(flow, moments, moments.length - 1).documented
      const event = flow.events[next?.event ?? '']
      if (!next || !event) throw new Error(`Nothing leads on from ${now.state}.`)
      events.push(next.event)
      if (event.leg || (event.does && !event.press))
        await page.getByRole('button', { name: event.label }).first().click()
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
  await expect(page.locator('.procedure [aria-current="step"]')).toContainText('Enter your password')
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

test('what the phone has scanned on one walk it does not have on another', async ({ page }) => {
  const walk = 'open-tenant-link,log-in,email.registered'
  const phone = page.getByRole('region', { name: 'Authenticator app' })
  await page.goto(`/flows/log-in/#walk=${walk},password.right,choose.authenticator-app`)
  await codeOnPhone(page)
  await page.reload()
  await expect(phone.locator('.code')).toHaveText(/^\d{3} \d{3}$/)
  await page.goto('about:blank')
  await page.goto(`/flows/log-in/#walk=${walk},password.wrong-ten-times`)
  await expect(happened(page)).toContainText('ten times')
  await expect(phone).toContainText('No account in the app yet.')
  await page.goBack()
  await page.goBack()
  await expect(phone.locator('.code')).toHaveText(/^\d{3} \d{3}$/)
})

test('by keyboard alone: from the steps to the end of a flow', async ({ page }) => {
  await page.goto('/flows/activate-account/')
  const button = doIt(page)
  await button.focus()
  for (const heading of ['Change Your Password', 'Account Activated']) {
    await expect(async () => {
      await page.keyboard.press('Enter')
      await expect(product(page).getByRole('heading', { name: heading })).toBeVisible({ timeout: 300 })
    }).toPass()
    await button.focus()
  }
})
