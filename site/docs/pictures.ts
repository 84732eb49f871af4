/**
 * `npm run pictures`: takes the pictures of a walk that the first page and the README show, in both themes, from a running
 * Doorstep. Run it again when the flow page looks different.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { findBrowser, launchOptions } from '../../conformance/browser.ts'
import { doUntil, goLive } from '../testing/live-page.ts'

const SIZE = { width: 1280, height: 880 }
/** The flow without the site's header, up to the transport. */
const SHOWN = { x: 0, y: 60, width: SIZE.width, height: 656, scale: 1 }
const QUALITY = 82

/** The script in package.json says which moment is shown: one at which the phone scans a QR code. */
const { flow, until, site } = parseArgs({
  options: {
    flow: { type: 'string', default: '' },
    until: { type: 'string', default: '' },
    site: { type: 'string', default: 'http://localhost:4321' },
  },
}).values
const fileOf = (theme: string) => new URL(`../public/walk-${theme}.webp`, import.meta.url)

/** Playwright writes PNG and JPEG; text in WebP is sharp at a fifth of their size. */
async function webpOf(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: SHOWN,
  })
  return Buffer.from(data, 'base64')
}

const found = findBrowser()
if (!found) throw new Error('No Chromium is installed: run `npx playwright install chromium`.')
const browser = await chromium.launch(launchOptions(found))
try {
  for (const theme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      baseURL: site,
      viewport: SIZE,
      deviceScaleFactor: 2,
      colorScheme: theme,
    })
    await goLive(page, flow)
    await doUntil(page, until)
    await page.getByRole('button', { name: 'Scan the QR code' }).click()
    await page.locator('.code', { hasText: /\d{3} \d{3}/ }).waitFor()
    await page.evaluate(() => scrollTo(0, 0))
    writeFileSync(fileOf(theme), await webpOf(page))
  }
} finally {
  await browser.close()
}
