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
