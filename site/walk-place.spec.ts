import { expect, test } from '@playwright/test'
import { product } from './testing/by-hand.ts'
import { count, doIt, here, outlook } from './testing/on-page.ts'

test('what comes next is said where nothing documented leads on, and there alone', async ({ page }) => {
  const chosen = 'open-activation.button,new-password.strong,re-enter.same,reset-password'
  await page.goto(`/flows/activate-account/#walk=${chosen}`)
  await expect(outlook(page)).toContainText('Done. You reached the goal of “Activate an account”')
  await expect(outlook(page).getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/flows/log-in/')
  await expect(page.locator('.procedure > ol > li.done')).toHaveCount(4)
  await doIt(page).click()
  await expect(outlook(page)).toContainText('This procedure is complete.')
  await page.goto(
    '/flows/activate-account/#walk=open-activation.button,new-password.strong,re-enter.different',
  )
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.mismatch')
  await expect(outlook(page)).toContainText('The documented way ends here. Try one moment back.')
  await outlook(page).getByRole('button', { name: 'one moment back' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.chosen')
  await expect(outlook(page)).toBeHidden()

  await page.goto('/flows/add-users/#given=viewer&walk=open-configuration,open-users')
  await outlook(page).getByRole('button', { name: 'begin with “Signed in as Administrator”' }).click()
  await expect(page).toHaveURL(/\/flows\/add-users\/$/)
  await page.goto('/flows/log-in/#given=authenticator-app')
  for (const label of [
    /tenant link/,
    /Log In/,
    /registered address/,
    /right password/,
    /code that the app/,
  ]) {
    await expect(doIt(page)).toContainText(label)
    await doIt(page).click()
  }
  await expect(outlook(page)).toContainText('You’re in.')
})

test('the step that is due is named by its own words, also where a gap is read below it', async ({
  page,
}) => {
  await page.goto('/flows/log-in-sso/#walk=open-access,log-in')
  await expect(page.locator('[data-steps]')).toHaveText(
    'Step 3 of 3: Enter your address into Email address and click Continue.',
  )
  await page.goto('/flows/configure-sso-entra/#walk=open-configuration')
  await expect(page.locator('[data-steps]')).toHaveText(
    'Step 2 of 6: Click My organization in the left pane.',
  )
})

test('the goal is where the way ends: what could undo it is not the next thing to do', async ({ page }) => {
  await page.goto(
    '/flows/log-in/#given=authenticator-app&walk=open-tenant-link,log-in,email.registered,password.right,code.right',
  )
  await expect(outlook(page)).toContainText('You’re in.')
  await expect(doIt(page)).toContainText('The goal is reached')
  await expect(page.locator('.branches')).toContainText('Log out')
  await page.keyboard.press('ArrowRight')
  await expect(count(page)).toHaveText('5 of 5')
})

test('where a step has to be done again, the line says that it is on the way to the one that is due', async ({
  page,
}) => {
  const line = page.locator('[data-steps]')
  const toProvider = 'open-access,log-in,email.registered'
  await page.goto(`/flows/log-in-sso/#walk=${toProvider}`)
  await expect(line).toHaveText(/^Step 3 of 3: /)
  await page.goto(`/flows/log-in-sso/#walk=${toProvider},provider.cancelled`)
  await expect(doIt(page)).toContainText('Click Log In')
  await expect(line).toHaveText(/^On the way to step 3 of 3: /)
  await doIt(page).click()
  await expect(line).toHaveText(/^Step 3 of 3: /)
})

test('where a code is asked for, and there alone, one reads what is documented of a lost phone', async ({
  page,
}) => {
  const lost = page.locator('.open-here', { hasText: 'The phone or the security key is lost' })
  const toPassword = 'open-tenant-link,log-in,email.registered'
  await page.goto(`/flows/log-in/#given=authenticator-app&walk=${toPassword}`)
  await expect(here(page)).toHaveAttribute('data-state', 'password')
  await expect(lost).toHaveCount(0)
  await page.goto(`/flows/log-in/#given=authenticator-app&walk=${toPassword},password.right`)
  await lost.locator('summary').click()
  await expect(lost).toContainText('The documentation does not cover this.')
  await expect(lost).toContainText('Ask your administrator.')
})

test('the browser’s Back and Forward go one moment back and forward, and so do the keys', async ({
  page,
}) => {
  await page.goto('/flows/activate-account/')
  const hash = () => new URL(page.url()).hash
  for (const n of [1, 2, 3]) {
    await page.keyboard.press('ArrowRight')
    await expect(count(page)).toHaveText(`${n} of ${n}`)
  }
  await page.goBack()
  await expect(count(page)).toHaveText('2 of 3')
  await page.getByRole('button', { name: 'One moment back' }).click()
  await expect(count(page)).toHaveText('1 of 3')
  await page.goForward()
  await expect(count(page)).toHaveText('2 of 3')
  await page.keyboard.press('ArrowLeft')
  await expect(count(page)).toHaveText('1 of 3')
  await page.goBack()
  await expect(count(page)).toHaveText('0 of 3')
  for (const _ of [1, 2, 3]) await page.goForward()
  await expect(count(page)).toHaveText('3 of 3')
  expect(hash()).toBe('#walk=open-activation.button,new-password.strong,re-enter.same')
  await product(page).getByLabel('New password', { exact: true }).press('ArrowLeft')
  await expect(count(page)).toHaveText('3 of 3')
  await page.locator('h1').first().click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('a reload loses nothing that was typed, and Back and a reload keep the procedure of a journey', async ({
  page,
}) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in')
  await product(page).getByLabel('Email address').fill('someone.else@example.com')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await page.reload()
  await expect(product(page).getByText('someone.else@example.com')).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.unknown')
  await expect(product(page).getByText('someone.else@example.com')).toBeHidden()

  await page.goto('/flows/onboarding/')
  await page
    .locator('iframe[title="Welcome to Netwrix 1Secure"]:not([inert])')
    .contentFrame()
    .getByRole('link', { name: 'Activate my Netwrix account' })
    .click()
  await expect(product(page).getByRole('heading', { name: 'Change Your Password' })).toBeVisible()
  await page.reload()
  await expect(product(page).getByRole('heading', { name: 'Change Your Password' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toBeVisible()
  await expect(product(page).getByRole('heading', { name: 'Change Your Password' })).toBeHidden()
})
