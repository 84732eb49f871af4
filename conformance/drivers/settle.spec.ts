import { expect, type Page, test } from '@playwright/test'
import { Settling } from './settle.ts'

const PATIENCE = 5_000

/** A page whose script asks its server, thinks about the answer, and then does something. */
async function open(page: Page, then: string) {
  await page.route('http://ours.example/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/next') return route.fulfill({ contentType: 'text/html', body: '<h1>Next</h1>' })
    if (pathname === '/api') return route.fulfill({ json: {} })
    return route.fulfill({
      contentType: 'text/html',
      body: `<button>Go</button><script>document.querySelector('button').onclick = async () => {
        await fetch('/api')
        setTimeout(() => { ${then} }, 10)
      }</script>`,
    })
  })
  const settling = new Settling(page)
  await page.goto('http://ours.example/')
  return settling
}

test('a script that was answered may lead to another page, and that is waited for', async ({ page }) => {
  const settling = await open(page, 'location.assign("/next")')
  await page.getByRole('button').click()
  await settling.settled(PATIENCE)
  expect(await page.locator('h1').allTextContents()).toEqual(['Next'])
})

test('or to another question', async ({ page }) => {
  const settling = await open(page, 'fetch("/api").then(() => { document.title = "done" })')
  await page.getByRole('button').click()
  await settling.settled(PATIENCE)
  expect(await page.title()).toBe('done')
})

test('nothing is waited for longer than patience allows', async ({ page }) => {
  const settling = await open(page, 'fetch("/never")')
  await page.route('http://ours.example/never', () => {})
  await page.getByRole('button').click()
  const began = Date.now()
  await settling.settled(300)
  expect(Date.now() - began).toBeGreaterThanOrEqual(300)
  expect(await page.title()).toBe('')
})
