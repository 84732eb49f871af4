import { packs } from '@doorstep/machines'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Flow, isJourney } from '../machines/model/flow.ts'
import type { Pack } from '../machines/model/pack.ts'
import { flowOf } from '../machines/model/perform.ts'
import { begin, reach, walk } from '../machines/model/walk.ts'
import { readAddress } from './simulator/walk/address.ts'
import { countOf } from './simulator/walk/count-of.ts'
import { product } from './testing/by-hand.ts'
import { goLive, product as tenant } from './testing/live-page.ts'
import { happened } from './testing/on-page.ts'
import { numbersOf, roam } from './testing/roam.ts'

/** As many as there is time for: `ROAMS=6 npx playwright test --project=long site/walk-random.spec.ts` takes a quarter of an hour. */
const WALKS = Number(process.env.ROAMS ?? 200)
/** The seed of the first: other seeds are other walks. */
const FIRST = Number(process.env.ROAMS_FROM ?? 1)
const ACTIONS = 30

const flows = packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow })))

/** What the page says of where one is, and what it shows. */
const said = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('.shadow-host')
    const mail = document.querySelector('.browser-page .thing-mail :is(.mail-head strong, .empty)')
    return {
      hash: location.hash,
      state: document.querySelector('.diagram .state.here')?.getAttribute('data-state') ?? '',
      moment: document.querySelector('.transport output')?.textContent ?? '',
      shown: host?.shadowRoot?.querySelector('h1')?.textContent ?? mail?.textContent ?? '',
    }
  })

const isWithin = (state: string, shown: string) => state === shown || state.startsWith(`${shown}.`)

/** What is false in model mode, by the model; empty where all is true. */
async function falseInModel(page: Page, pack: Pack, flow: Flow): Promise<string[]> {
  const { hash, state, moment, shown } = await said(page)
  const place = readAddress(flow, hash)
  const here = walk(flow, place.given, place.walk)[place.at]
  if (!here) return [`${hash} is no moment of ${flow.id}`]
  // Within a journey, the procedure that was begun is what is shown.
  const { within } = place
  const inner = within && walk(flowOf(pack, within.flow), within.given, within.walk).at(-1)
  const { kind = 'page', heading = '' } = pack.screens[(inner ?? here).screen] ?? {}
  return [
    ...(isWithin(here.state, state) ? [] : [`the diagram is at ${state}, not at ${here.state}`]),
    ...(moment === countOf(place.at, place.walk.length) ? [] : [`it counts ${moment} at ${hash}`]),
    ...(kind === 'nothing' || shown.includes(heading) ? [] : [`it shows “${shown}” for ${here.screen}`]),
  ]
}

/**
 * What is false in live mode, by what the tenant shows. Off the documented path the page claims no state, and at an earlier moment
 * it says that the tenant is further.
 */
async function falseLive(page: Page, pack: Pack, flow: Flow): Promise<string[]> {
  if (isJourney(flow)) return falseOnJourney(page)
  const { state, moment } = await said(page)
  const [at, last] = moment.split(' of ')
  if (state === '' || at !== last) return []
  const moments = Object.keys(flow.givens).flatMap((given) => reach(flow, begin(flow, given)))
  const screens = moments.flatMap(({ moment }) =>
    isWithin(moment.state, state) ? (pack.screens[moment.screen] ?? []) : [],
  )
  if (screens.some(({ kind = 'page', words }) => kind !== 'page' || words === 'any')) return []
  // A page that is just being left says nothing.
  const shown = await tenant(page)
    .locator('h1')
    .allTextContents()
    .catch(() => [])
  const isShown = screens.some(({ heading }) => shown.some((text) => text.includes(heading)))
  // The page says itself that the provider shows a refusal, and where the walk is.
  const isStray = await page.getByText('The frame shows “').isVisible()
  return isShown || isStray ? [] : [`it says ${state}, and the tenant shows “${shown.join('”, “')}”`]
}

/** A journey claims no page of its own, but names the one that is shown where it does not know what has led there. */
async function falseOnJourney(page: Page): Promise<string[]> {
  const text = (await happened(page).textContent()) ?? ''
  const [, named] = /“([^”]+)” is shown/.exec(text) ?? []
  const shown = await tenant(page)
    .locator('h1')
    .allTextContents()
    .catch(() => [])
  const isShown = named === undefined || shown.some((text) => text.includes(named))
  return isShown ? [] : [`it says “${named}” is shown, and the tenant shows “${shown.join('”, “')}”`]
}

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
