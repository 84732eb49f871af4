import { expect, test } from '@playwright/test'
import { product } from './testing/by-hand.ts'

test('what is noted is copied, also where the page may not use the clipboard, as over plain http', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in')
  const notes = page.getByRole('region', { name: 'Notes' })
  const address = (await notes.getByRole('code').first().textContent()) ?? ''
  const copy = notes.getByRole('button', { name: 'Copy' }).first()
  await copy.click()
  await expect(copy).toHaveText('Copied')
  await expect(copy).toBeFocused()
  const field = product(page).getByLabel('Email address')
  await field.click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(field).toHaveValue(address)
})

test('a reset notes the new password once, as the password that it is then', async ({ page }) => {
  await page.goto('/flows/reset-password/')
  const notes = page.getByRole('region', { name: 'Notes' })
  const value = (await notes.getByText('New password').locator('xpath=../dd/code').textContent()) ?? ''
  for (let n = 1; (await page.locator('.outlook').count()) === 0; n++) {
    await page.locator('.do-it').click()
    await expect(page.locator('.transport output')).toHaveText(`${n} of ${n}`)
  }
  await expect(notes.getByRole('code').filter({ hasText: value })).toHaveCount(1)
  await expect(notes.getByRole('button', { name: 'Copy: Password, New password' })).toBeVisible()
})

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])
  test(`notes break after the parts of an address, and hold long names, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto('/flows/log-in/')
    const handle = page.locator('.devices-handle')
    if (await handle.isVisible()) await handle.click()
    const notes = page.getByRole('region', { name: 'Notes' })
    await expect(notes).toBeVisible()
    const lines = await notes
      .getByRole('code')
      .first()
      .evaluate((code) => {
        const rows: Record<number, string> = {}
        for (const text of [...code.childNodes].filter((node) => node instanceof Text))
          for (let n = 0; n < text.data.length; n++) {
            const range = document.createRange()
            range.setStart(text, n)
            range.setEnd(text, n + 1)
            const { top } = range.getBoundingClientRect()
            rows[top] = (rows[top] ?? '') + text.data[n]
          }
        return Object.values(rows)
      })
    expect(lines.slice(0, -1).every((line) => /[@/]$/.test(line))).toBe(true)
    await notes
      .locator('dt')
      .first()
      .evaluate((name) => {
        name.textContent = 'Einmalkennwortwiederherstellungsbestätigungsadresse'.repeat(2)
      })
    expect(await notes.evaluate((card) => card.scrollWidth - card.clientWidth)).toBe(0)
  })
