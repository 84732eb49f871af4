import type { Page } from '@playwright/test'
import { BLANK } from './mail.ts'

/** Goes back a page. Where the browser was opened for this one, it stays: behind it is no page of anybody. */
export async function goBack(page: Page): Promise<void> {
  await page.goBack()
  if (page.url() === BLANK) await page.goForward()
}
