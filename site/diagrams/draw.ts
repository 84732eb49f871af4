import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'
import { findBrowser, launchOptions } from '../../conformance/browser.ts'
import { flows } from '../../machines/index.ts'
import { draw } from './page-script.ts'
import { arrowsOf, diagramId, diagramSource, statesOf } from './source.ts'

// `npm run diagrams`: Mermaid draws in a browser, ahead of time, so that no page has to carry it.
const require = createRequire(import.meta.url)
const browser = findBrowser()
if (!browser) throw new Error('No Chromium was found to draw with. Set CHROMIUM_PATH to one.')

const inter = readFileSync(require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
const chrome = await chromium.launch(launchOptions(browser))
const page = await chrome.newPage({ viewport: { width: 1600, height: 1200 } })
await page.setContent(
  `<style>@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(data:font/woff2;base64,${inter.toString('base64')}) }</style>`,
)
await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })

for (const flow of flows) {
  const source = diagramSource(flow)
  const states = Object.fromEntries(statesOf(flow).map((path) => [diagramId(path), path]))
  const arrows = arrowsOf(flow).map(({ edges }) => edges.map(({ id }) => id))
  const svg = await page.evaluate(draw, { source, states, arrows })
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 16)
  const file = new URL(`./svg/${flow.id}.svg`, import.meta.url)
  writeFileSync(file, `${svg.replace('<svg ', `<svg data-source="${hash}" `)}\n`)
  console.log(`${flow.id}.svg  ${arrows.length} arrows, ${Object.keys(states).length} states`)
}
await chrome.close()
