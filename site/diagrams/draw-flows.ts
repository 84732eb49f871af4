import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type mermaid from 'mermaid'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { draw } from './page-script.ts'
import { drawingOf } from './source.ts'

const require = createRequire(import.meta.url)

/**
 * Draws flows with Mermaid in a browser, so that no page has to carry it.
 * @returns one SVG a flow, in their order; nothing where no Chromium is found
 */
export async function drawFlows(flows: readonly { pack: Pack; flow: Flow }[]): Promise<string[]> {
  if (flows.length === 0) return []
  const { findBrowser, launchOptions } = await import('../../conformance/browser.ts')
  const { chromium } = await import('@playwright/test')
  const browser = findBrowser()
  if (!browser) return []

  const inter = readFileSync(
    require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  )
  const chrome = await chromium.launch(launchOptions(browser))
  try {
    const page = await chrome.newPage({ viewport: { width: 1600, height: 1200 } })
    await page.setContent(
      `<style>@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(data:font/woff2;base64,${inter.toString('base64')}) }</style>`,
    )
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
    await page.addScriptTag({ content: `globalThis.draw = ${draw}` })
    const drawn: string[] = []
    for (const { pack, flow } of flows) drawn.push(await page.evaluate(drawHere, drawingOf(pack, flow)))
    return drawn
  } finally {
    await chrome.close()
  }
}

/** Runs in the page. */
function drawHere(drawing: Parameters<typeof draw>[0]): Promise<string> {
  const page = globalThis as unknown as { draw: typeof draw; mermaid: typeof mermaid }
  return page.draw(drawing, page.mermaid)
}
