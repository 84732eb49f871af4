import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { markdownTable } from '../../report/markdown-table.ts'
import { ASSIGNMENT } from '../../run/assignment.ts'
import type { TargetAddress } from '../../targets/profile/address.ts'

/** Milliseconds of each round. */
export const stepTimes = z.object({
  steps: z.number(),
  harness: z.array(z.number()),
  byHand: z.array(z.number()),
})

/** Name of the file in which the measuring process leaves its times. */
export const TIMES_FILE = 'step-times.json'

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The same clicks by the harness and by a handwritten script, in turn, in one browser. */
export async function compareSteps(target: TargetAddress, folder: string): Promise<string> {
  const assignment = join(folder, 'steps.json')
  await writeFile(assignment, JSON.stringify({ target, paths: [], folder, workers: 1, headed: false }))
  await playwright(assignment)
  const times = stepTimes.parse(JSON.parse(await readFile(join(folder, TIMES_FILE), 'utf8')))
  const [harness, byHand] = [median(times.harness), median(times.byHand)].map((ms) => ms / times.steps)
  const rows = [
    ['by hand', (byHand ?? 0).toFixed(0), '1.00'],
    ['the harness', (harness ?? 0).toFixed(0), ((harness ?? 0) / (byHand ?? 1)).toFixed(2)],
  ]
  return [
    '**A step**',
    markdownTable(['', 'ms a step', '÷ by hand'], rows),
    `The first login with an authenticator app, ${times.steps} steps, medians of ${times.harness.length} rounds in turn. By hand each
step waits for the next heading; the harness also recognises fields and buttons, and asks whether there is a session and whether
the dashboard opens.`,
  ].join('\n\n')
}

async function playwright(assignment: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL('./playwright.config.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'test', '-c', config], {
    env: { ...process.env, [ASSIGNMENT]: assignment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error('The steps could not be measured.')
}
