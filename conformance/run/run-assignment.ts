import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
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

/** @param signal ends it early: what has no outcome by then is missing */
export type RunAssignment = (
  assignment: Assignment,
  say: (line: string) => void,
  signal?: AbortSignal,
) => Promise<Done>

/**
 * Walks the paths and makes the checks with Playwright Test in a separate process, because its loader cannot read everything that ours can.
 * @param say prints a line of progress
 * @throws CheckError `run-unfinished` when Playwright could not even begin
 */
export const runAssignment: RunAssignment = async (assignment, say, signal) => {
  const file = join(assignment.folder, 'assignment.json')
  await writeFile(file, JSON.stringify(assignment))
  const handedOver = join(assignment.folder, RESULTS_FILE)
  // What an earlier assignment handed over is no answer to this one, should it be cut off.
  await rm(handedOver, { force: true })
  const output = await playwright(file, say, signal)
  const written = await readFile(handedOver, 'utf8').catch(() => undefined)
  const { errors, ...done } = written
    ? results.parse(JSON.parse(written))
    : { runs: [], checked: [], errors: [output] }
  if (done.runs.length + done.checked.length > 0 || signal?.aborted) return done
  const [why = 'it said nothing'] = errors.flatMap((error) => error.split('\n').filter(Boolean))
  throw new CheckError('run-unfinished', `Playwright Test did not begin: ${why}`)
}

/** Milliseconds that it has to end its browsers in order. */
const ENDS = 10_000

function playwright(assignment: string, say: (line: string) => void, signal?: AbortSignal): Promise<string> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL('./playwright.config.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'test', '-c', config], {
    env: { ...process.env, [ASSIGNMENT]: assignment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a group of its own: a Ctrl-C in the terminal reaches this process alone, which ends the other in order.
    detached: process.platform !== 'win32',
  })
  const end = () => {
    child.kill('SIGINT')
    timer = setTimeout(() => killGroup(child), ENDS)
  }
  let timer: NodeJS.Timeout | undefined
  signal?.addEventListener('abort', end, { once: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const line of text.split('\n').filter((line) => /^[✓✗] /.test(line))) say(line)
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve(output)
    })
  })
}

/** With its browsers. */
function killGroup({ pid }: ChildProcess) {
  try {
    if (pid) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
