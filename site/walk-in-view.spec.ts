import { packs } from '@doorstep/machines'
import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test'
import { type Flow, isJourney } from '../machines/model/flow.ts'
import type { Pack } from '../machines/model/pack.ts'
import { walk as momentsOf } from '../machines/model/walk.ts'
import { readAddress, writeAddress } from './simulator/walk/address.ts'
import { splitChoices } from './simulator/walk/choices.ts'
import { documentedWay } from './simulator/walk/documented-way.ts'
import { product } from './testing/by-hand.ts'
import { goLive, product as tenant } from './testing/live-page.ts'
import { count, doIt } from './testing/on-page.ts'

interface InPack {
  pack: Pack
  flow: Flow
}

const sizes = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
]

/** The documented thing that comes next at the moment that the page's address names. */
function nextOn(page: Page, { flow, pack }: InPack) {
  const { given, walk } = readAddress(flow, new URL(page.url()).hash)
  const moments = momentsOf(flow, given, walk)
  const [next] = splitChoices(flow, moments, walk.length).documented
  const event = next && flow.events[next.event]
  return event && { event, words: pack.screens[moments.at(-1)?.screen ?? '']?.words }
}

/** What it is done with on the page: a field, else what is pressed. */
function handleOf(
  window: Locator | FrameLocator,
  { event: { at, goTo, fill = {}, press }, words }: NonNullable<ReturnType<typeof nextOn>>,
): Locator | undefined {
  if (goTo !== undefined) return undefined
  // The address bar is above the page, and a form, too.
  if (words === 'any')
    return window.locator('form:not(.browser-address) :is(input:not([type=hidden]), button)').first()
  const [field] = Object.keys(fill)
  const label = field ?? press
  if (at === 'mail' || label === undefined) return undefined
  if (field !== undefined) {
    const group = window.getByRole('group', { name: label, exact: true })
    return window
      .getByLabel(label, { exact: true })
      .and(window.locator('input, select'))
      .or(group.getByRole('radio').first())
  }
  const named = { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\??$`, 'i') }
  return window.getByRole('button', named).or(window.getByRole('link', named)).first()
}

/** How far something is outside of the part of the frame that can be seen, in px. */
async function outside(page: Page, handle: Locator): Promise<number> {
  const [box, frame, transport] = await Promise.all(
    [handle, page.locator('.browser-page'), page.locator('.transport')].map((one) => one.boundingBox()),
  )
  if (!box || !frame || !transport) return Number.NaN
  const bottom = Math.min(frame.y + frame.height, transport.y)
  const out = [
    frame.x - box.x,
    frame.y - box.y,
    box.x + box.width - frame.x - frame.width,
    box.y + box.height - bottom,
  ]
  return Math.max(0, ...out.map(Math.round))
}

async function expectInView(page: Page, one: InPack, window: Locator | FrameLocator) {
  const next = nextOn(page, one)
  const handle = next && handleOf(window, next)
  if (handle)
    await expect.poll(() => outside(page, handle), { message: `${page.url()}: ${next.event.label}` }).toBe(0)
}

const flows = packs.flatMap((pack) =>
  pack.flows.filter((flow) => !isJourney(flow)).map((flow) => ({ pack, flow })),
)
const tagOf = (flow: Flow) => (flow.id === 'configure-sso-oidc' ? [] : ['@long'])

for (const { pack, flow } of flows)
  for (const size of sizes) {
    const where = `at ${size.width} × ${size.height}`

    test(`${flow.id}: what a step is done with is in view ${where}`, { tag: tagOf(flow) }, async ({
      page,
    }) => {
      await page.setViewportSize(size)
      await page.goto(`/flows/${flow.id}/`)
      await expect(doIt(page)).toBeEnabled()
      for (const given of Object.keys(flow.givens)) {
        const way = documentedWay(flow, given).map(({ event }) => event)
        for (let at = 0; at <= way.length; at += 1) {
          const hash = writeAddress(flow, { mode: 'model', given, walk: way.slice(0, at), at })
          await page.evaluate((hash) => location.assign(hash), hash || '#')
          await expectInView(page, { pack, flow }, product(page))
        }
      }
    })

    test(`${flow.id}, live: what a step is done with is in view ${where}`, { tag: tagOf(flow) }, async ({
      page,
    }) => {
      await page.setViewportSize(size)
      await goLive(page, flow.id)
      const [given = ''] = Object.keys(flow.givens)
      for (const [at] of documentedWay(flow, given).entries()) {
        await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
        await expectInView(page, { pack, flow }, tenant(page))
        await doIt(page).click()
        await expect(count(page)).toHaveText(`${at + 1} of ${at + 1}`, { timeout: 30_000 })
      }
    })
  }
