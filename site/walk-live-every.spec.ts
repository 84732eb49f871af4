import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { type Flow, isJourney } from '../machines/model/flow.ts'
import type { Pack } from '../machines/model/pack.ts'
import { begin, reach } from '../machines/model/walk.ts'
import { writeAddress } from './simulator/walk/address.ts'
import { falseLive, isWithin } from './testing/false-statements.ts'
import { go } from './testing/live-walk.ts'
import { happened, here } from './testing/on-page.ts'

const cases = packs.flatMap((pack) =>
  pack.flows
    .filter((flow) => !isJourney(flow))
    .flatMap((flow) => Object.keys(flow.givens).map((given) => ({ pack, flow, given }))),
)

/** Whether the page is at a state, and busy with nothing. */
async function expectAt(page: Page, state: string, message: string) {
  const at = async () => {
    const isOpening = (await happened(page).textContent())?.includes('opening')
    const shown = (await here(page).first().getAttribute('data-state', { timeout: 1_000 })) ?? ''
    return !isOpening && isWithin(state, shown) ? 'there' : shown
  }
  await expect.poll(() => at().catch(() => 'nowhere'), { message, timeout: 60_000 }).toBe('there')
}

const expectNothingFalse = (page: Page, pack: Pack, flow: Flow, message: string) =>
  expect
    .poll(() => falseLive(page, pack, flow).catch((error: Error) => [error.message]), { message })
    .toEqual([])

for (const { pack, flow, given } of cases)
  test(`${flow.id}, ${given}, live: every state is there by its address and after a reload, and Back says nothing false`, {
    tag: '@long',
  }, async ({ page }) => {
    const moments = reach(flow, begin(flow, given)).filter(({ events }) => events.length > 0)
    test.setTimeout(moments.length * 120_000)
    for (const { moment, events } of moments) {
      const message = `${moment.state} after ${events.join()}`
      const place = { mode: 'live', given, walk: events, at: events.length } as const
      await page.goto('about:blank')
      await page.goto(`/flows/${flow.id}/${writeAddress(flow, place)}`)
      await expectAt(page, moment.state, message)
      await expectNothingFalse(page, pack, flow, message)
      await page.reload()
      await expectAt(page, moment.state, `${message}, after a reload`)
      await expectNothingFalse(page, pack, flow, `${message}, after a reload`)
      await go(page, -1)
      await page.waitForTimeout(500)
      await expectNothingFalse(page, pack, flow, `${message}, after Back`)
    }
  })
