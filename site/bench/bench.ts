import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { packs } from '@doorstep/machines'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser, launchOptions } from '../../conformance/browser.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { tenantPack } from '../products.ts'
import { DoorstepProcess } from '../testing/doorstep-process.ts'
import { needPages } from '../testing/need-pages.ts'
import { type Step, timeStep } from './time-step.ts'

const ROUNDS = 3
/** What a step may take, in ms. */
const GOAL = 250

/** A person who walks a flow to its goal for the first time: nothing is in the browser's cache. */
async function walkOnce(browser: Browser, site: string, flow: string): Promise<Step[]> {
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  const steps: Step[] = []
  await page.goto(`${site}/flows/${flow}/#mode=live`)
  await page.locator('.bench[data-mode="live"]').waitFor()
  const isAtGoal = () => page.locator('.outlook').isVisible()
  for (let step = await timeStep(page); step; step = (await isAtGoal()) ? undefined : await timeStep(page))
    steps.push(step)
  await context.close()
  return steps
}

/** One step of a journey walks a whole procedure. */
const isJourney = ({ events }: Flow) => Object.values(events).some(({ leg }) => leg !== undefined)

const sorted = (steps: readonly Step[]) => steps.toSorted((a, b) => a.time - b.time)

/** The time within which a share of the steps is done. */
const within = (steps: readonly Step[], share: number) =>
  Math.round(sorted(steps)[Math.max(0, Math.ceil(steps.length * share) - 1)]?.time ?? 0)

const row = (name: string, steps: readonly Step[]) =>
  `| ${name} | ${steps.length} | ${within(steps, 0.5)} | ${within(steps, 0.95)} | ${within(steps, 1)} |`

/** Every flow of the bundled tenant, walked live in a fresh browser, with the server in a process of its own. */
export async function liveStepBench(): Promise<string> {
  needPages()
  const found = findBrowser()
  if (!found) throw new Error('There is no Chromium: set CHROMIUM_PATH to the one you have.')
  const flows = packs.find(({ id }) => id === tenantPack)?.flows ?? []
  const load = loadavg().map((load) => load.toFixed(2))
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-live-bench-'))
  const server = new DoorstepProcess({ folder })
  const browser = await chromium.launch(launchOptions(found))
  const walked = new Map<string, Step[]>(flows.map(({ title }) => [title, []]))
  try {
    await server.start()
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { id, title } of flows)
        walked.get(title)?.push(...(await walkOnce(browser, server.at.site, id)))
  } finally {
    await browser.close()
    await server.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
  const all = flows.filter((flow) => !isJourney(flow)).flatMap(({ title }) => walked.get(title) ?? [])
  const slowest = sorted(all).slice(-5).toReversed()
  return [
    `Load average before: ${load.join(', ')}. ${ROUNDS} walks of each flow, each in a fresh browser; ms from the press of “Do it for me” until the page says where the walk is. Goal: p95 ≤ ${GOAL}.`,
    [
      '| flow | steps | median | p95 | max |',
      '| --- | --- | --- | --- | --- |',
      ...[...walked].map(([title, steps]) => row(title, steps)),
      row('**all but whole procedures**', all),
    ].join('\n'),
    `Slowest: ${slowest.map(({ label, time }) => `${label} (${Math.round(time)})`).join(', ')}.`,
  ].join('\n\n')
}
