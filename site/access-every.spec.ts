import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import type { Flow } from '../machines/model/flow.ts'
import { begin, choicesAt, reach } from '../machines/model/walk.ts'
import { writeAddress } from './simulator/walk/address.ts'
import { countOf } from './simulator/walk/count-of.ts'
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
            await expect(moment(page)).toHaveText(countOf(events.length, events.length))
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

/** The shortest way to a refusal, and the shortest one to a goal, each with the given that it begins with. */
function tellingWays(flow: Flow) {
  const reached = Object.keys(flow.givens).flatMap((given) =>
    reach(flow, begin(flow, given)).map(({ moment, events }) => ({ given, moment, events })),
  )
  const refusals = reached.flatMap(({ given, moment, events }) =>
    choicesAt(flow, moment)
      .filter(({ meta }) => meta.refused)
      .map(({ event }) => ({ given, events: [...events, event] })),
  )
  const goals = reached.filter(({ moment, events }) => moment.goal && events.length > 0)
  return { 'a refusal': refusals, 'the goal': goals }
}

test.describe('in the dark, on a phone, what most readers see', { tag: '@long' }, () => {
  test.use(looks['on a phone in the dark'])

  for (const flow of flows)
    test(`${flow.id}: the beginning, a refusal and the goal have no axe findings, and fit`, async ({
      page,
    }) => {
      await page.goto(`/flows/${flow.id}/`)
      await expect(moment(page)).toHaveText('Start')
      expect(await axeFindings(page), 'the beginning').toEqual([])
      for (const [what, [way]] of Object.entries(tellingWays(flow))) {
        if (!way) throw new Error(`${flow.id} has no way to ${what}.`)
        const { given, events } = way
        const walk = events.slice(0, -1)
        await page.goto(
          `/flows/${flow.id}/${writeAddress(flow, { mode: 'model', given, walk, at: walk.length })}`,
        )
        const own = page.locator(`.branches [data-press="${events.at(-1)}"]`)
        await expect(moment(page)).toHaveText(countOf(walk.length, walk.length))
        await ((await own.count()) > 0 ? own : page.locator('.do-it')).click()
        await expect(moment(page)).toHaveText(`${events.length} of ${events.length}`)
        await expect(page.locator(what === 'the goal' ? '.outlook' : '.happened')).toContainText(
          what === 'the goal' ? /\S/ : 'Refused.',
        )
        expect(await axeFindings(page), what).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(390)
      }
      await page.locator('.documentation summary').click()
      expect(await axeFindings(page), 'the steps').toEqual([])
      await page.locator('.devices-handle').click()
      await expect(page.locator('.devices-column')).toBeVisible()
      expect(await axeFindings(page), 'mail, phone and key').toEqual([])
    })
})
