import { expect, test } from '@playwright/test'
import { whatShows } from './what-shows.ts'

const settings = 'data:text/html,<h1>Settings</h1><p role="alert">Not today</p>'

test('what a page shows is a sentence', async ({ page }) => {
  await page.goto(settings)
  expect(await whatShows(page)).toBe(`The page ${settings} shows the screen “Settings”, saying “Not today”.`)
})

test('a page that hangs, and one that is closed, are said to', async ({ page }) => {
  await page.goto(settings)
  void page.evaluate('for (;;) {}').catch(() => {})
  expect(await whatShows(page)).toMatch(/^The page data:\S+.* does not answer\.$/)
  await page.close()
  expect(await whatShows(page)).toMatch(/ cannot be looked at\.$/)
})
