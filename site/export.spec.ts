import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { count, doIt } from './testing/on-page.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-export-'))
test.afterAll(() => rmSync(folder, { recursive: true }))

/** Downloads a flow as its page offers it, opens the file without a network, and keeps all that goes wrong or is asked for. */
async function openOffline(page: Page, flow: string) {
  const problems: string[] = []
  await page.goto(`/flows/${flow}/`)
  await page.getByText('Use this walk elsewhere').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as one file' }).click(),
  ])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  // What the page of the site still loads is no fault of the file.
  await page.goto('about:blank')
  await page.context().setOffline(true)
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(file|data|about):/.test(request.url())) problems.push(`asked for ${request.url()}`)
  })
  const { href } = pathToFileURL(file)
  await page.goto(href)
  await expect(doIt(page)).toBeEnabled()
  return { problems, href }
}

test('a flow as one file: walked to its goal from a disk, with a wrong turn, Back and a reload', async ({
  page,
}) => {
  const { problems, href } = await openOffline(page, 'log-in')
  const mail = page.locator('iframe[title="Welcome to Netwrix 1Secure"]')
  await mail.contentFrame().getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await expect(count(page)).toHaveText('1 of 1')
  await doIt(page).click()
  await doIt(page).click()
  await expect(page.locator('.procedure [aria-current="step"]')).toContainText('Enter the password')

  await page.locator('[data-press="password.wrong"]').click()
  await expect(page.locator('.happened')).toContainText('Refused.')
  await page.reload()
  await expect(count(page)).toHaveText('4 of 4')
  await expect(page.locator('.happened')).toContainText('Refused.')
  await page.goBack()
  await expect(count(page)).toHaveText('3 of 4')
  expect(page.url()).toContain(`${href}#`)

  for (let n = 4; (await page.locator('.outlook').count()) === 0; n++) {
    await doIt(page).click()
    await expect(count(page)).toHaveText(`${n} of ${n}`)
  }
  await expect(page.locator('.outlook')).toContainText('You’re in.')
  await page.getByRole('button', { name: 'Wire' }).click()
  await expect(page.locator('.wire-panel')).toBeVisible()
  expect(problems).toEqual([])
})

test('it scans the QR code of its own screen, and keeps no script but its own', async ({ page }) => {
  const { problems, href } = await openOffline(page, 'log-in')
  await page.goto(
    `${href}#walk=open-tenant-link,log-in,email.registered,password.right,choose.authenticator-app`,
  )
  const phone = page.getByRole('region', { name: 'Authenticator app' })
  await phone.getByRole('button', { name: 'Scan the QR code' }).click()
  await expect(phone.locator('.code')).toHaveText(/^\d{3} \d{3}$/)
  expect(problems).toEqual([])
  const isRun = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.foreign = true'
    document.body.append(script)
    return 'foreign' in window
  })
  expect(isRun).toBe(false)
})

test('what comes next is named, and no link leads out of the file', async ({ page }) => {
  const { problems } = await openOffline(page, 'activate-account')
  while ((await page.locator('.outlook').count()) === 0) {
    const before = await count(page).textContent()
    await doIt(page).click()
    await expect(count(page)).not.toHaveText(before ?? '')
  }
  await expect(page.locator('.outlook')).toContainText('Next in the documentation: “Log in')
  await expect(page.locator('.outlook a')).toHaveCount(0)
  expect(problems).toEqual([])
})
