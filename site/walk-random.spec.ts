import { packs } from '@doorstep/machines'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Flow } from '../machines/model/flow.ts'
import { product } from './testing/by-hand.ts'
import { falseInModel, falseLive } from './testing/false-statements.ts'
import { goLive, product as tenant } from './testing/live-page.ts'
import { numbersOf, roam } from './testing/roam.ts'

/** As many as there is time for: `ROAMS=6 npx playwright test --project=long site/walk-random.spec.ts` takes a quarter of an hour. */
const WALKS = Number(process.env.ROAMS ?? 200)
/** The seed of the first: other seeds are other walks. */
const FIRST = Number(process.env.ROAMS_FROM ?? 1)
const ACTIONS = 30

const flows = packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow })))

/** Walks without a plan, and looks after each action at what the page says. */
async function walks(
  page: Page,
  flow: Flow,
  {
    enter,
    window,
    falsehoods,
  }: { enter: () => Promise<unknown>; window: Locator; falsehoods: () => Promise<string[]> },
) {
  test.setTimeout(WALKS * 120_000)
  // What goes away meanwhile is waited for no longer.
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  for (let seed = FIRST; seed < FIRST + WALKS; seed += 1) {
    const number = numbersOf(seed)
    const done: string[] = []
    await page.goto('about:blank')
    await enter()
    for (let n = 0; n < ACTIONS; n += 1) {
      done.push(await roam(page, window, number))
      if (new URL(page.url()).pathname !== `/flows/${flow.id}/`) break
      const message = `walk ${seed} of ${flow.id}: ${done.join('; ')}`
      // A page that is just being left cannot be read.
      const said = () => falsehoods().catch((error: Error) => [error.message])
      await expect.poll(said, { message, timeout: 10_000, intervals: [20, 50, 100, 250] }).toEqual([])
      expect(errors, message).toEqual([])
    }
  }
}

for (const { pack, flow } of flows) {
  test(`${flow.id}: walks without a plan end in nothing false`, { tag: '@long' }, ({ page }) =>
    walks(page, flow, {
      enter: () => page.goto(`/flows/${flow.id}/`),
      window: product(page),
      falsehoods: () => falseInModel(page, pack, flow),
    }),
  )

  test(`${flow.id}, live: walks without a plan end in nothing false`, { tag: '@long' }, ({ page }) =>
    walks(page, flow, {
      enter: () => goLive(page, flow.id),
      window: tenant(page).locator('body'),
      falsehoods: () => falseLive(page, pack, flow),
    }),
  )
}
