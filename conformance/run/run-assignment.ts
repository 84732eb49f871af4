import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { CheckError } from '../errors.ts'
import { type Checked, checked, type PathRun, pathRun } from '../report/result.ts'
import type { Assignment } from './assignment.ts'
import { ASSIGNMENT } from './assignment.ts'
import { RESULTS_FILE } from './reporter.ts'

const results = z.object({ runs: z.array(pathRun), checked: z.array(checked), errors: z.array(z.string()) })

interface Done {
  runs: PathRun[]
  checked: Checked[]
}

export type RunAssignment = typeof runAssignment

/**
 * Walks the paths and makes the checks with Playwright Test in a separate process, because its loader cannot read everything that ours can.
 * @param say prints a line of progress
 * @throws CheckError `run-unfinished` when Playwright could not even begin
 */
export async function runAssignment(assignment: Assignment, say: (line: string) => void): Promise<Done> {
  const file = join(assignment.folder, 'assignment.json')
  await writeFile(file, JSON.stringify(assignment))
  const output = await playwright(file, say)
  const written = await readFile(join(assignment.folder, RESULTS_FILE), 'utf8').catch(() => undefined)
  const { errors, ...done } = written
    ? results.parse(JSON.parse(written))
    : { runs: [], checked: [], errors: [output] }
  if (done.runs.length + done.checked.length > 0) return done
  const [why = 'it said nothing'] = errors.flatMap((error) => error.split('\n').filter(Boolean))
  throw new CheckError('run-unfinished', `Playwright Test did not begin: ${why}`)
}

function playwright(assignment: string, say: (line: string) => void): Promise<string> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL('./playwright.config.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'test', '-c', config], {
    env: { ...process.env, [ASSIGNMENT]: assignment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const line of text.split('\n').filter((line) => /^[✓✗] /.test(line))) say(line)
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })
}
