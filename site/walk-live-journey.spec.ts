import { expect, test } from '@playwright/test'
import { firstLogin } from '../machines/first-login/pack.ts'
import { flowOf } from '../machines/model/perform.ts'
import { documentedWay } from './simulator/walk/documented-way.ts'
import { goLive, mail, product } from './testing/live-page.ts'
import { choice, count, doIt, happened, outlook } from './testing/on-page.ts'

const journey = { flow: flowOf(firstLogin, 'onboarding'), given: 'invited' }

test('live, the journey says where one is within the procedure that is walked, and keeps it over a reload', async ({
  page,
}) => {
  await goLive(page, 'onboarding')
  await mail(page).getByRole('link', { name: 'Activate my Netwrix account' }).click()
  await expect(happened(page)).toContainText('Step 1 of 4 of “Activate an account”')
  await expect(count(page)).toHaveText('Start')
  for (const field of ['New password', 'Re-enter new password'])
    await product(page).getByLabel(field, { exact: true }).fill('nobody else has this one')
  await expect(happened(page)).toContainText('Step 2 of 4 of “Activate an account”')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(count(page)).toHaveText('1 of 1')
  await mail(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()
  await expect(happened(page)).toContainText('Step 2 of 5 of “Log in”')
  await page.reload()
  await expect(happened(page)).toContainText('Step 2 of 5 of “Log in”')
  await page.goBack()
  await expect(happened(page)).toContainText('“Netwrix 1Secure” is shown, a page of “Log in”.')
})

test('live, the journey is done for the reader to its end, and never says that its path was left', async ({
  page,
}) => {
  const { flow, given } = journey
  await goLive(page, flow.id)
  const way = documentedWay(flow, given)
  const left = page.getByText('You left the documented path')
  for (const [at] of way.entries()) {
    await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await doIt(page).click()
    await expect(count(page)).toHaveText(`${at + 1} of ${at + 1}`, { timeout: 60_000 })
    if (at < way.length - 1) await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await expect(left, way[at]?.event).toBeHidden()
    if (way[at]?.event !== 'register-entra-app') continue
    await page.reload()
    await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await expect(left).toBeHidden()
  }
  await expect(outlook(page)).toContainText('You reached the goal of')
  await expect(product(page).locator('body')).toContainText('colleague@')
})

test('in the model, it ends on the dashboard of the added user, too', async ({ page }) => {
  const { flow, given } = journey
  const way = documentedWay(flow, given).map(({ event }) => event)
  await page.goto(`/flows/${flow.id}/#walk=${way.slice(0, -1).join()}`)
  await doIt(page).click()
  await expect(outlook(page)).toContainText('You reached the goal of')
  const window = page.getByRole('region', { name: 'The product' })
  await expect(window.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await expect(window.getByText('colleague@example.com')).toBeVisible()
})

for (const mode of ['model', 'live'])
  test(`${mode}: once the journey has moved on, it says what was not done of the procedure before`, async ({
    page,
  }) => {
    const undone = page.getByText('Not done as documented in “Register an app in Microsoft Entra ID”: step 4')
    if (mode === 'live') await goLive(page, journey.flow.id)
    else await page.goto(`/flows/${journey.flow.id}/`)
    for (const n of [1, 2]) {
      await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
      await doIt(page).click()
      await expect(count(page)).toHaveText(`${n} of ${n}`, { timeout: 60_000 })
    }
    await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await choice(page, 'without a redirect address').click()
    await expect(undone).toBeVisible({ timeout: 60_000 })
    await doIt(page).click()
    await expect(count(page)).toHaveText('4 of 4', { timeout: 60_000 })
    await expect(undone).toBeHidden()
    await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await expect(page.getByText('Not done as documented')).toBeHidden()
  })
