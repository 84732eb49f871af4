import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { doUntil, goLive, product } from './testing/live-page.ts'

const wire = (page: Page) => page.getByRole('region', { name: 'The wire' })
const messages = (page: Page) => wire(page).getByRole('listitem').getByRole('button')
const opened = (page: Page) => wire(page).getByRole('article')
const openWire = (page: Page) => page.getByRole('button', { name: 'Wire', exact: true }).click()

async function findings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include('.wire-panel').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

test('the diagram grows with the walk, and a message opens by keyboard', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await openWire(page)
  await expect(messages(page).last()).toHaveAccessibleName(/Browser to Product: Form: email address/)
  const before = await messages(page).count()
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(messages(page).last()).toHaveAccessibleName(/Form with a password.*answered 303/)
  expect(await messages(page).count()).toBeGreaterThan(before)

  await messages(page).first().focus()
  await page.keyboard.press('End')
  await expect(messages(page).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(opened(page).getByRole('heading', { name: 'Form with a password' })).toBeFocused()
  await expect(opened(page).getByRole('region', { name: 'Parameters' })).toContainText('••••••')
  await wire(page).getByLabel('Show secrets').check()
  await expect(opened(page).getByRole('region', { name: 'Parameters' })).not.toContainText('••••••')
  expect(await findings(page)).toEqual([])
  await opened(page).getByRole('heading').first().focus()
  await page.keyboard.press('Escape')
  await expect(messages(page).last()).toBeFocused()
  // The keys that walk are left alone there.
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('.transport output')).toHaveText('4 of 4')
})

test('frame and transport stay where they are on every screen, and nothing overflows', async ({ page }) => {
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto('/flows/log-in/#walk=open-tenant-link,log-in')
    if (!(await wire(page).isVisible())) await openWire(page)
    await expect(messages(page).first()).toBeVisible()
    await expect(page.locator('.browser')).toBeInViewport({ ratio: 0.95 })
    await expect(page.locator('.transport')).toBeInViewport({ ratio: 0.95 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

test('right and wrong password are compared, on screen and on the wire', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered,password.right')
  await openWire(page)
  await wire(page).getByText('Compare', { exact: true }).click()
  await wire(page).getByLabel('The other way').selectOption({ label: 'Enter a wrong password' })
  const row = (name: string) => wire(page).getByRole('row', { name })
  await expect(row('Message')).toContainText('Wrong email or password')
  await expect(row('Form with a password')).toContainText('→ 303')
  await expect(row('Form with a password')).toContainText('→ 200')
  expect(await findings(page)).toEqual([])
})

test('a real log-in by SSO: its ID token is decoded and verified', async ({ page }) => {
  await goLive(page, 'log-in-sso')
  await openWire(page)
  await doUntil(page, 'providerLogin')
  await doUntil(page, 'dashboard')
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await messages(page).filter({ hasText: 'Token request' }).first().click()
  const token = opened(page).getByRole('region', { name: 'ID token' })
  await expect(token).toContainText('The signature is valid. Checked with key')
  await expect(token).toContainText('Matches the issuer in the discovery document.')
  await expect(token).toContainText('Matches the nonce that was sent.')
  await expect(token).toContainText('Names the client ID of the product only.')
  await expect(token.locator('[data-result="fails"]')).toHaveCount(0)
  const order = (await messages(page).allTextContents()).join()
  expect(order.indexOf('Authorization request')).toBeLessThan(order.indexOf('Authorization response'))
  expect(order.indexOf('Authorization response')).toBeLessThan(order.indexOf('Token request'))
  expect(await findings(page)).toEqual([])

  const download = page.waitForEvent('download')
  await wire(page).getByRole('button', { name: 'Export HAR' }).click()
  expect((await download).suggestedFilename()).toBe('walk.har')
})
