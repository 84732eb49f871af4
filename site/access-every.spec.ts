import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { begin, reach } from '../machines/model/walk.ts'
import { writeAddress } from './simulator/walk/address.ts'
import { axeFindings, looks } from './testing/axe-findings.ts'
import { goLive } from './testing/live-page.ts'

const flows = packs.flatMap((pack) => pack.flows)

const moment = (page: Page) => page.locator('.transport output')
const doIt = (page: Page) => page.getByRole('button', { name: /^Do it for me/ })

for (const [where, look] of Object.entries(looks))
  test.describe(where, { tag: '@long' }, () => {
    test.use(look)
    test.beforeEach(() => test.setTimeout(900_000))

    for (const flow of flows)
      test(`${flow.id}: no state of the model has axe findings`, async ({ page }) => {
        await page.goto(`/flows/${flow.id}/`)
        const seen = new Set<string>()
        for (const given of Object.keys(flow.givens))
          for (const { moment: reached, events } of reach(flow, begin(flow, given))) {
            // States that differ in the context alone look the same.
            if (seen.has(reached.state)) continue
            seen.add(reached.state)
            const place = { mode: 'model', given, walk: events, at: events.length } as const
            await page.evaluate(
              (hash) => {
                location.hash = hash || '#'
              },
              writeAddress(flow, place),
            )
            await expect(moment(page)).toHaveText(`${events.length} of ${events.length}`)
            expect.soft(await axeFindings(page), `${reached.state}, after ${events.join(', ')}`).toEqual([])
          }
      })

    for (const flow of flows)
      test(`${flow.id}: no moment of a live walk has axe findings`, async ({ page }) => {
        await goLive(page, flow.id)
        const canGoOn = doIt(page).and(page.locator('[aria-disabled="false"]'))
        const isAtGoal = page.locator('.outlook')
        for (let n = 0; ; n += 1) {
          await expect(canGoOn.or(isAtGoal).first()).toBeVisible()
          expect.soft(await axeFindings(page), `moment ${n}`).toEqual([])
          if (await isAtGoal.isVisible()) return
          await canGoOn.click()
          await expect(moment(page)).toHaveText(`${n + 1} of ${n + 1}`)
        }
      })
  })
