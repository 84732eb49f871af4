import type { Page } from '@playwright/test'
import { type Flow, isJourney } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { flowOf } from '../../machines/model/perform.ts'
import { begin, reach, walk } from '../../machines/model/walk.ts'
import { readAddress } from '../simulator/walk/address.ts'
import { countOf } from '../simulator/walk/count-of.ts'
import { product as tenant } from './live-page.ts'
import { happened } from './on-page.ts'

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
export async function falseInModel(page: Page, pack: Pack, flow: Flow): Promise<string[]> {
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
export async function falseLive(page: Page, pack: Pack, flow: Flow): Promise<string[]> {
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
