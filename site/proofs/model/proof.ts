import { loadavg } from 'node:os'
import { packs } from '@doorstep/machines'
import { chromium } from '@playwright/test'
import { findBrowser, launchOptions } from '../../../conformance/browser.ts'
import { markdownTable, milliseconds } from '../../../conformance/report/markdown-table.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import type { Proof } from '../proof.ts'
import { type Walked, walkModel } from './walk-model.ts'

const ROUNDS = 5
/** What 95 of 100 steps may take, in ms. A task of 50 ms or more is a long one. */
const MOST_STEP = 50

const within = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0

const timesOf = (walked: readonly Walked[]) => walked.flatMap(({ steps }) => steps.map(({ time }) => time))

const longOnes = (tasks: readonly number[]) =>
  tasks.length === 0 ? 'none' : `${tasks.length}, up to ${milliseconds(Math.max(...tasks))}`

function rowOf(name: string, walked: readonly Walked[]): string[] {
  const times = timesOf(walked)
  return [
    name,
    String(times.length),
    ...[0.5, 0.95, 1].map((share) => milliseconds(within(times, share))),
    longOnes(walked.flatMap(({ loading }) => loading)),
    longOnes(walked.flatMap(({ walking }) => walking)),
  ]
}

export const modelProof: Proof = {
  about: 'every flow in model mode, step by step to its goal: p95 of a step at most 50 ms, no long task',
  async prove({ times: rounds = ROUNDS }) {
    const found = findBrowser()
    if (!found) throw new Error('There is no Chromium: set CHROMIUM_PATH to the one you have.')
    const flows = packs[0]?.flows ?? []
    const load = loadavg().map((load) => load.toFixed(2))
    const walked = new Map<string, Walked[]>(flows.map(({ title }) => [title, []]))
    await withDoorstep({}, async ({ at }) => {
      const browser = await chromium.launch(launchOptions(found))
      try {
        for (let round = 0; round < rounds; round += 1)
          for (const { id, title } of flows)
            walked.get(title)?.push(await walkModel(browser, `${at.site}/flows/${id}/`))
      } finally {
        await browser.close()
      }
    })
    const all = [...walked.values()].flat()
    const p95 = within(timesOf(all), 0.95)
    const long = all.flatMap(({ walking }) => walking)
    return {
      text: [
        `Load average before: ${load.join(', ')}. ${rounds} walks of each flow, each in a fresh browser.`,
        markdownTable(
          ['flow', 'steps', 'median', 'p95', 'max', 'long tasks while loading', 'while walking'],
          [...[...walked].map(([title, walks]) => rowOf(title, walks)), rowOf('**all**', all)],
        ),
      ].join('\n\n'),
      problems: [
        ...(timesOf(all).length === 0 ? ['no step was walked.'] : []),
        ...(p95 > MOST_STEP ? [`95 of 100 steps take up to ${milliseconds(p95)}, not ${MOST_STEP} ms.`] : []),
        ...(long.length > 0 ? [`there are long tasks while walking: ${longOnes(long)}.`] : []),
      ],
    }
  },
}
