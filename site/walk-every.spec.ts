import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import type { Flow } from '../machines/model/flow.ts'
import type { Pack } from '../machines/model/pack.ts'
import { begin, type Moment, reach, walk } from '../machines/model/walk.ts'
import { writeAddress } from './simulator/walk/address.ts'
import { countOf } from './simulator/walk/count-of.ts'

/** What the page says of where one is: the state in the diagram, and the moment among all. */
const placeOf = (page: Page) =>
  page.evaluate(() => ({
    state: document.querySelector('.diagram .state.here')?.getAttribute('data-state'),
    moment: document.querySelector('.transport output')?.textContent,
  }))

const isAt = (state: string, { state: shown }: { state: string | null | undefined }) =>
  shown !== null && shown !== undefined && (state === shown || state.startsWith(`${shown}.`))

/** What the frame shows in words, whatever holds it: the product's page, a mail, or nothing. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('.shadow-host')
    // Without a mail, the mailbox says so.
    const mail = document.querySelector('.browser-page .thing-mail :is(.mail-head strong, .empty)')
    return host?.shadowRoot?.querySelector('h1')?.textContent ?? mail?.textContent ?? ''
  })

/** Opens a moment by its address, without loading the page again where it is there already. */
async function open(page: Page, flow: Flow, given: string, walk: readonly string[]) {
  const hash = writeAddress(flow, { mode: 'model', given, walk: [...walk], at: walk.length })
  await page.evaluate((hash) => {
    location.hash = hash || '#'
  }, hash)
}

const soon = (message: string) => ({ message, intervals: [20, 50, 100, 250] })

async function expectMoment(page: Page, pack: Pack, moment: Moment, at: number) {
  await expect
    .poll(
      async () => {
        const place = await placeOf(page)
        const isCounted = place.moment === countOf(at, at) || place.moment?.startsWith(`${at} of `)
        return isAt(moment.state, place) && isCounted
      },
      soon(`${moment.state}, moment ${at}`),
    )
    .toBe(true)
  const { kind = 'page' } = pack.screens[moment.screen] ?? {}
  if (kind !== 'nothing')
    await expect.poll(() => shown(page), soon(`what ${moment.screen} shows`)).toMatch(/\S/)
}

const cases = packs.flatMap((pack) =>
  pack.flows.flatMap((flow) => Object.keys(flow.givens).map((given) => ({ pack, flow, given }))),
)

for (const { pack, flow, given } of cases)
  test(`${flow.id}, ${given}: every state is shown, left by Back, and found again by Forward`, async ({
    page,
  }) => {
    await page.goto(`/flows/${flow.id}/`)
    await expect(page.locator('.diagram .state.here')).toBeAttached()
    for (const { moment, events } of reach(flow, begin(flow, given))) {
      const event = events.at(-1)
      if (event === undefined) continue
      const way = events.slice(0, -1)
      const before = walk(flow, given, way).at(-1) as Moment
      await open(page, flow, given, way)
      await expectMoment(page, pack, before, way.length)
      const own = page.locator(`.branches [data-press="${event}"]`)
      await ((await own.count()) > 0 ? own : page.locator('.do-it')).click()
      await expectMoment(page, pack, moment, events.length)
      await page.evaluate(() => history.back())
      await expectMoment(page, pack, before, way.length)
      await page.evaluate(() => history.forward())
      await expectMoment(page, pack, moment, events.length)
    }
  })

test.describe('by address', { tag: '@long' }, () => {
  for (const { pack, flow, given } of cases)
    test(`${flow.id}, ${given}: every state is there after a reload`, async ({ page }) => {
      test.setTimeout(600_000)
      for (const { moment, events } of reach(flow, begin(flow, given))) {
        const hash = writeAddress(flow, { mode: 'model', given, walk: events, at: events.length })
        await page.goto(`/flows/${flow.id}/${hash}`)
        await expectMoment(page, pack, moment, events.length)
        const before = await shown(page)
        await page.reload()
        await expectMoment(page, pack, moment, events.length)
        await expect.poll(() => shown(page)).toBe(before)
      }
    })
})
