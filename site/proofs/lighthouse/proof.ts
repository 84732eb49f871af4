import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { type Browser, findBrowser, launchOptions } from '../../../conformance/browser.ts'
import { markdownTable } from '../../../conformance/report/markdown-table.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import type { Proof } from '../proof.ts'

/** It brings a browser driver and a reporter of its own, so that it is fetched for the proof alone. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
const paths = ['/', '/flows/log-in/', '/check/']
const forms = { desktop: ['--preset=desktop'], mobile: [] } as const
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Result {
  categories: Record<(typeof categories)[number], { score: number | null }>
}

/** Scores from 0 to 100, in the order of the categories. */
async function scoresOf(url: string, chrome: Browser, flags: readonly string[]): Promise<number[]> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', '--output-path=stdout', ...flags],
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${['--headless', ...launchOptions(chrome).args].join(' ')}`,
    ],
    {
      env: { ...process.env, CHROME_PATH: chrome.executablePath ?? chromium.executablePath() },
      maxBuffer: 1e8,
    },
  )
  const result = JSON.parse(stdout) as Result
  return categories.map((name) => Math.round((result.categories[name].score ?? 0) * 100))
}

export const lighthouseProof: Proof = {
  about:
    'Lighthouse gives 100 four times: landing page, a flow and the page about checks, desktop and mobile',
  async prove() {
    const chrome = findBrowser()
    if (!chrome) throw new Error('There is no Chromium: set CHROMIUM_PATH to the one you have.')
    const load = loadavg().map((load) => load.toFixed(2))
    const rows: [page: string, scores: number[]][] = []
    await withDoorstep({}, async ({ at }) => {
      for (const path of paths)
        for (const [form, flags] of Object.entries(forms))
          rows.push([`\`${path}\`, ${form}`, await scoresOf(at.site + path, chrome, flags)])
    })
    return {
      text: [
        `Load average before: ${load.join(', ')}. ${LIGHTHOUSE}.`,
        markdownTable(
          ['page', ...categories],
          rows.map(([page, scores]) => [page, ...scores.map(String)]),
        ),
      ].join('\n\n'),
      problems: rows
        .filter(([, scores]) => scores.some((score) => score < 100))
        .map(([page, scores]) => `${page} has ${scores.join(', ')}.`),
    }
  },
}
