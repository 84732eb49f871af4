import { expect, test } from '@playwright/test'
import { takeSnapshot } from '../page/snapshot.ts'
import { press } from './find.ts'

const MENU = `<details><summary>ada@example.com</summary><form method="get"><button name="out">Log out</button></form></details>`

test('what a closed part of the page holds is seen, and pressed by opening that part', async ({ page }) => {
  await page.setContent(MENU)
  expect((await takeSnapshot(page)).buttons).toEqual(['ada@example.com', 'Log out'])
  await page.evaluate(() => {
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      document.title = 'out'
    })
  })
  expect(await press(page, 'Log out', 1_000)).toBe('Log out')
  expect(await page.title()).toBe('out')
})

test('what opens a part of the page is pressed like a button', async ({ page }) => {
  await page.setContent('<details><summary>Trouble scanning?</summary><code>ABCD</code></details>')
  expect(await press(page, 'Trouble Scanning?', 1_000)).toBe('Trouble scanning?')
  await expect(page.getByText('ABCD')).toBeVisible()
})

test('what is in an open part is seen once', async ({ page }) => {
  await page.setContent(MENU.replace('<details>', '<details open>'))
  expect((await takeSnapshot(page)).buttons).toEqual(['Log out', 'ada@example.com'])
})
