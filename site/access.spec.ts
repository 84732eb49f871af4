import { expect, test } from '@playwright/test'
import { axeFindings as findings, looks } from './testing/axe-findings.ts'
import { doUntil, goLive, mail, product } from './testing/live-page.ts'
import { here } from './testing/on-page.ts'

for (const [where, look] of Object.entries(looks)) {
  test.describe(where, () => {
    test.use(look)
    // The phone has the narrower page and the paler colours: the other one is left to the long run.
    const details = { tag: where === 'on a desktop' ? '@long' : [] }
    test('a walk in model mode has no axe findings at any moment', details, async ({ page }) => {
      await page.goto('/flows/log-in/')
      for (let n = 1; n <= 6; n += 1) {
        await page.locator('.do-it').click()
        await expect(page.locator('.transport output')).toHaveText(`${n} of ${n}`)
        expect(await findings(page)).toEqual([])
      }
      const devices = page.getByRole('button', { name: 'Mail, phone, key' })
      if (await devices.isVisible()) {
        await devices.click()
        expect(await findings(page)).toEqual([])
        await page.getByRole('button', { name: 'Back to the screen' }).click()
      }
      await page.getByRole('button', { name: 'Wire' }).click()
      await expect(page.locator('.wire-panel .wire-title').first()).toBeVisible()
      expect(await findings(page)).toEqual([])
    })

    test('neither has a live walk, around the frame', details, async ({ page }) => {
      await goLive(page, 'log-in')
      for (const state of ['loginPage', 'emailAddress', 'password']) {
        await doUntil(page, state)
        expect(await findings(page)).toEqual([])
      }
    })
  })
}

test('live, a new page is read from its heading by who is in the frame', async ({ page }) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'loginPage')
  await product(page).getByRole('button', { name: 'Log In' }).press('Enter')
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await expect(product(page).getByRole('heading', { level: 1 })).toBeFocused()
})

test('live, the first page is read from its heading by who has followed the link of the mail', async ({
  page,
}) => {
  await goLive(page, 'log-in')
  await mail(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' }).press('Enter')
  await expect(product(page).getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(product(page).getByRole('button', { name: 'Log In' })).toBeFocused()
})

test('live, the first page is read from its heading by who had the mail opened, and not after a reload', async ({
  page,
}) => {
  await goLive(page, 'log-in')
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  await expect(doIt).toHaveAttribute('aria-disabled', 'false')
  await doIt.press('Enter')
  await expect(product(page).getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await expect(doIt).toHaveAttribute('aria-disabled', 'false')
  await expect(product(page).getByRole('heading', { level: 1 })).not.toBeFocused()
})
