import { expect, type Page, test } from '@playwright/test'
import { count, doIt, happened, here } from './testing/on-page.ts'

const diagram = (page: Page) => page.getByRole('group', { name: 'State diagram of Log in' })
/** What makes it answer is loaded when it comes into view. */
async function seeDiagram(page: Page) {
  await page.locator('.diagram').scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'Fit' })).toBeEnabled()
}

const widthOf = (page: Page) => page.locator('.sheet svg').evaluate((svg) => svg.clientWidth)

test('a state or a transition is gone to, the shortest way, and Back returns', async ({ page }) => {
  await page.goto('/flows/log-in/')
  await seeDiagram(page)
  await diagram(page)
    .getByRole('button', { name: /^Verify Your Identity by code/ })
    .click()
  await expect(here(page)).toHaveAttribute('data-state', 'verifyByCode')
  // The given from which it is nearest is arranged.
  const begin = page.getByLabel('Begin with').filter({ visible: true })
  await expect(begin).toHaveValue('authenticator-app')
  await page.locator('.arrow-label [data-edge="verifyByCode/code.wrong"]').click()
  await expect(happened(page)).toContainText('Enter a wrong code. Refused.')
  await page.goBack()
  await expect(happened(page)).not.toContainText('Refused')
  await page.goBack()
  await expect(count(page)).toHaveText('Start')
  await page.goForward()
  await expect(here(page)).toHaveAttribute('data-state', 'verifyByCode')
  await page.reload()
  await expect(here(page)).toHaveAttribute('data-state', 'verifyByCode')
  await expect(page.locator('[data-covered]')).toHaveText('Your walk: 5 of 14 states, 4 of 40 transitions.')
})

test('arrow keys lead from state to state, and Enter goes there', async ({ page }) => {
  await page.goto('/flows/log-in/')
  await expect(here(page)).toHaveCount(1)
  await seeDiagram(page)
  await page.getByRole('button', { name: '100%' }).focus()
  await page.keyboard.press('Tab')
  const first = diagram(page).getByRole('button', { name: 'Welcome to Netwrix 1Secure', exact: true })
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.arrow-label [data-edge="mail/open-tenant-link"]')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(diagram(page).getByRole('button', { name: 'Netwrix 1Secure', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await expect(count(page)).toHaveText('1 of 1')
  // The new screen is read from its heading, as after every other step.
  const product = page.getByRole('region', { name: 'The product' })
  await expect(product.getByRole('heading', { level: 1 })).toBeFocused()
})

test('it is made larger and smaller, fitted, and moved with the mouse, which goes nowhere', async ({
  page,
}) => {
  await page.goto('/flows/log-in/')
  await expect(here(page)).toHaveCount(1)
  const isAllShown = ({ scrollWidth, scrollHeight, clientWidth, clientHeight }: Element) =>
    scrollWidth <= clientWidth && scrollHeight <= clientHeight
  const sheet = page.locator('.sheet')
  await seeDiagram(page)
  await sheet.scrollIntoViewIfNeeded()
  expect(await sheet.evaluate(isAllShown)).toBe(true)
  const first = await widthOf(page)
  await page.getByRole('button', { name: 'Larger' }).click()
  expect(await widthOf(page)).toBeGreaterThan(first)
  await page.getByRole('button', { name: '100%' }).click()
  const drawn = await widthOf(page)
  expect(drawn).toBeGreaterThan(first)
  const scrolled = () => sheet.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])
  await sheet.evaluate((sheet) => sheet.scrollTo(200, 200))
  const state = page.locator('.sheet .state', { hasText: 'by code' })
  await state.hover()
  const before = await scrolled()
  await page.mouse.down()
  await page.mouse.move(700, 400, { steps: 5 })
  await page.mouse.up()
  expect(await scrolled()).not.toEqual(before)
  await expect(count(page)).toHaveText('Start')
  await page.getByRole('button', { name: 'Fit' }).click()
  expect(await sheet.evaluate(isAllShown)).toBe(true)
  expect(await widthOf(page)).toBe(first)
})

test('a walk leaves it alone until it comes into view, and then it shows the current state', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/flows/log-in/#given=authenticator-app')
  const sheet = page.locator('.sheet')
  await expect(here(page)).toHaveAttribute('data-state', 'mail')
  for (const n of [1, 2, 3, 4, 5]) {
    await doIt(page).click()
    await expect(count(page)).toHaveText(`${n} of ${n}`)
  }
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  expect(await sheet.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])).toEqual([0, 0])
  await page.evaluate(() => document.querySelector('.sheet')?.scrollIntoView())
  await expect(here(page)).toBeInViewport()
})

test('it is laid out after the walk has started, and takes no other room then', async ({ page }) => {
  await page.addInitScript(() => {
    const heights: number[] = []
    Object.assign(window, { heights })
    const note = () => heights.push(document.querySelector<HTMLElement>('.sheet')?.offsetHeight ?? 0)
    addEventListener('DOMContentLoaded', note)
  })
  await page.goto('/flows/log-in/')
  await expect(page.locator('.sheet[data-later]')).toHaveCount(0)
  const heights = () => page.evaluate(() => (window as unknown as { heights: number[] }).heights)
  const now = await page.locator('.sheet').evaluate((sheet) => (sheet as HTMLElement).offsetHeight)
  expect(await heights()).toEqual([now])
})

test('the same is a table, from which one can go as well', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link')
  await page.getByText('Show the diagram as a table').click()
  const table = page.locator('.as-table table')
  await expect(table.locator('tbody')).toHaveCount(14)
  const taken = table.getByRole('row', { name: /Click the tenant link/ })
  await expect(taken).toContainText('Step 1')
  await expect(taken).toContainText('Taken')
  await expect(table.getByText('You are here')).toHaveCount(1)
  await table.getByRole('button', { name: 'Enter a wrong password', exact: true }).first().click()
  await expect(happened(page)).toContainText('Enter a wrong password.')
})

test('live, the sandbox is brought there', async ({ page }) => {
  await page.goto('/flows/log-in/#mode=live')
  await expect(page.locator('iframe[title="The tenant"]')).toBeAttached({ timeout: 20_000 })
  await seeDiagram(page)
  await diagram(page).getByRole('button', { name: 'Welcome', exact: true }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress', { timeout: 30_000 })
  const product = page.frameLocator('iframe[title="The tenant"]')
  await expect(product.getByLabel('Email address')).toBeVisible()
})

test('printed, the current state can be read: its colours are kept', async ({ page }) => {
  await page.goto('/flows/log-in/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.diagram .state.here .nodeLabel').first()).toHaveCSS(
    'print-color-adjust',
    'exact',
  )
})

test('on paper nothing asks to be pressed', async ({ page }) => {
  await page.goto('/flows/log-in/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Where you are is filled')).toBeVisible()
  await expect(page.getByText('Select one')).toBeHidden()
  await expect(page.locator(':is(button, summary, select, input):visible')).toHaveCount(0)
})
