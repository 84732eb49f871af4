import { screens } from '../../machines/screens.ts'
import type { Standing } from './driver.ts'
import { pressHere } from './here.ts'

/**
 * What the page behind these links of the dashboard says, one after the other. It is opened in a tab of its own, for the
 * person's page must stay as it is.
 */
export const behind =
  (...links: string[]): Standing =>
  async (world) => {
    const { context, arranged } = world
    const tab = await context.newPage()
    try {
      await tab.goto(arranged.dashboard)
      for (const [n, link] of links.entries()) {
        const screen = n === 0 ? screens.dashboard : screens['managed-organizations']
        await pressHere(world, screen, link, tab)
        await tab.waitForLoadState('load')
      }
      return await tab.locator('body').innerText()
    } finally {
      await tab.close()
    }
  }
