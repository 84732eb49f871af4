import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { type Flow, isJourney } from '../machines/model/flow.ts'
import type { Pack } from '../machines/model/pack.ts'
import { walk } from '../machines/model/walk.ts'
import { readAddress } from './simulator/walk/address.ts'
import { numbersOf, roam } from './testing/roam.ts'

const WALKS = Number(process.env.ROAMS ?? 200)
const ACTIONS = 30

/** What the page says of where one is. */
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

/** What is false of that, by the model; empty where all is true. */
function falsehoods(
  pack: Pack,
  flow: Flow,
  { hash, state, moment, shown }: Awaited<ReturnType<typeof said>>,
) {
  const place = readAddress(flow, hash)
  const moments = walk(flow, place.given, place.walk)
  const here = moments[place.at]
  if (!here) return [`${hash} is no moment of ${flow.id}`]
  const { kind = 'page', heading = '' } = pack.screens[here.screen] ?? {}
  return [
    ...(here.state === state || here.state.startsWith(`${state}.`)
      ? []
      : [`the diagram is at ${state}, not at ${here.state}`]),
    ...(moment === `${place.at} of ${place.walk.length}` ? [] : [`it counts ${moment} at ${hash}`]),
    ...(kind === 'nothing' || shown.includes(heading) ? [] : [`it shows “${shown}” for ${here.screen}`]),
  ]
}

for (const pack of packs)
  for (const flow of pack.flows.filter((flow) => !isJourney(flow)))
    test(`${flow.id}: ${WALKS} walks without a plan end in nothing false`, { tag: '@long' }, async ({
      page,
    }) => {
      test.setTimeout(WALKS * 60_000)
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      for (let seed = 1; seed <= WALKS; seed += 1) {
        const number = numbersOf(seed)
        const done: string[] = []
        await page.goto('about:blank')
        await page.goto(`/flows/${flow.id}/`)
        for (let n = 0; n < ACTIONS; n += 1) {
          done.push(await roam(page, number))
          if (new URL(page.url()).pathname !== `/flows/${flow.id}/`) break
          await expect
            .poll(async () => falsehoods(pack, flow, await said(page)), {
              message: `walk ${seed} of ${flow.id}: ${done.join('; ')}`,
              timeout: 5_000,
              intervals: [20, 50, 100, 250],
            })
            .toEqual([])
        }
        if (process.env.SHOW) console.log(done.join('; '))
        expect(errors, `walk ${seed} of ${flow.id}: ${done.join('; ')}`).toEqual([])
      }
    })
