import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'

/** What the page for readers calls by its name: what is in bold. */
const named = [
  ...readFileSync(fileURLToPath(new URL('../pages/docs/readers.md', import.meta.url)), 'utf8').matchAll(
    /\*\*(.+?)\*\*/gs,
  ),
].map(([, name = '']) => name.replace(/\s+/g, ' '))
/** A word that the page explains, and no control. */
const explained = ['gap']

async function isThere(page: Page, name: string): Promise<boolean> {
  const control = page.getByRole('button', { name }).or(page.getByLabel(name))
  return (await control.or(page.getByText(name)).count()) > 0
}

test('what the page for readers names is on the pages of flows, by that name', async ({ page }) => {
  expect(named.length).toBeGreaterThan(15)
  let missing = named.filter((name) => !explained.includes(name))
  // Each flow has what its procedure needs: together these need everything.
  for (const flow of ['log-in', 'activate-account']) {
    await page.goto(`/flows/${flow}/`)
    await page.getByRole('button', { name: 'Do it for me' }).click()
    // It stays open from one page to the next.
    const wire = page.getByRole('button', { name: 'Wire', exact: true })
    if ((await wire.getAttribute('aria-pressed')) === 'false') await wire.click()
    await page
      .getByRole('list', { name: /^Messages/ })
      .getByRole('button')
      .last()
      .click()
    const there = await Promise.all(missing.map((name) => isThere(page, name)))
    missing = missing.filter((_, n) => !there[n])
  }
  expect(missing).toEqual([])
})
