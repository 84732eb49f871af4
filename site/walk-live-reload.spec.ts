import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { documentedWay } from './simulator/walk/documented-way.ts'
import { goLive } from './testing/live-page.ts'
import { count, doIt, here } from './testing/on-page.ts'

for (const flow of packs.flatMap(({ flows }) => flows))
  test(`${flow.id}, live: a reload at each documented moment changes nothing`, { tag: '@long' }, async ({
    page,
  }) => {
    test.setTimeout(600_000)
    await goLive(page, flow.id)
    const [given = ''] = Object.keys(flow.givens)
    const way = documentedWay(flow, given)
    for (const at of [...way.keys(), way.length]) {
      const isLast = at === way.length
      const moment = at === 0 ? 'Start' : `${at} of ${at}`
      await expect(count(page)).toHaveText(moment, { timeout: 30_000 })
      if (!isLast) await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
      // The last thing may be done by somebody else, who is still on the way back.
      else await page.waitForTimeout(2_000)
      const state = (await here(page).first().getAttribute('data-state')) ?? ''
      await page.reload()
      await expect(page.locator('.happened')).not.toContainText('opening', { timeout: 30_000 })
      if (!isLast) await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
      await expect(here(page).first(), way[at - 1]?.event).toHaveAttribute('data-state', state)
      await expect(count(page)).toHaveText(moment)
      await expect(page.getByText('You left the documented path')).toBeHidden()
      if (!isLast) await doIt(page).click()
    }
  })
