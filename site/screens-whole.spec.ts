import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { screenOf, statesOf } from '../machines/model/edges.ts'
import { type Flow, isJourney } from '../machines/model/flow.ts'
import { writeAddress } from './simulator/walk/address.ts'
import { wayTo } from './simulator/walk/way-to.ts'
import { product } from './testing/by-hand.ts'

/** A way to each page of a product, once. */
function* pagesOf(flow: Flow, isPage: (screen: string) => boolean) {
  const seen = new Set<string>()
  const [given = ''] = Object.keys(flow.givens)
  for (const state of statesOf(flow)) {
    const screen = screenOf(flow, state)
    const way = isPage(screen) && !seen.has(screen) ? wayTo(flow, { state }, given) : undefined
    if (!way) continue
    seen.add(screen)
    yield { screen, hash: writeAddress(flow, { mode: 'model', ...way, at: way.walk.length }) }
  }
}

/** How far the page begins above its window while nothing is scrolled, in px: that part nobody can see. */
const cutOff = (page: Page) =>
  page.locator('.shadow-host').evaluate((host) => {
    host.scrollTop = 0
    const tops = [...(host.shadowRoot?.querySelectorAll('h1, svg, nav') ?? [])].map(
      (element) => element.getBoundingClientRect().top,
    )
    return Math.max(0, Math.round(host.getBoundingClientRect().top - Math.min(...tops)))
  })

const sizes = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

for (const { flows, screens } of packs)
  for (const flow of flows.filter((flow) => !isJourney(flow)))
    for (const size of sizes) {
      const tag = flow.id === 'log-in' && size === sizes[0] ? [] : '@long'
      test(`every screen of ${flow.id} can be read from its top, at ${size.width} px`, { tag }, async ({
        page,
      }) => {
        await page.setViewportSize(size)
        await page.goto(`/flows/${flow.id}/`)
        const isPage = (id: string) => (screens[id]?.kind ?? 'page') === 'page'
        for (const { screen, hash } of pagesOf(flow, isPage)) {
          await page.evaluate((hash) => location.assign(hash), hash || '#')
          const { heading = '' } = screens[screen] ?? {}
          await expect(product(page).getByRole('heading', { level: 1 })).toContainText(heading)
          expect(await cutOff(page), screen).toBe(0)
        }
      })
    }
