import type { Standing } from './driver.ts'
import { press } from './form.ts'

/**
 * What the page behind these links of the dashboard says, one after the other. It is opened in a tab of its own, for the
 * person's page must stay as it is.
 */
export const behind =
  (...links: string[]): Standing =>
  async ({ context, arranged, patience }) => {
    const tab = await context.newPage()
    try {
      await tab.goto(arranged.dashboard)
      for (const link of links) {
        await press(tab, link, patience)
        await tab.waitForLoadState('load')
      }
      return await tab.locator('body').innerText()
    } finally {
      await tab.close()
    }
  }
