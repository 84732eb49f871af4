import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CheckError } from '../errors.ts'
import type { Checked, PathRun } from '../report/result.ts'
import type { Assignment } from './assignment.ts'
import { ASSIGNMENT } from './assignment.ts'
import { isProgress } from './progress.ts'
import { takeHandedOver } from './results-file.ts'

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
  await writeFile(file, JSON.stringify({ isWatched: process.stderr.isTTY === true, ...assignment }))
  // What an earlier assignment left, should it have been cut off, is no answer to this one.
  takeHandedOver(assignment.folder)
  const output = await playwright(file, say, signal)
  const { errors, ...done } = takeHandedOver(assignment.folder)
  if (done.runs.length + done.checked.length > 0 || signal?.aborted) return done
  const [why = 'it said nothing'] = [...errors, output].flatMap((error) => error.split('\n').filter(Boolean))
  throw new CheckError('run-unfinished', `Playwright Test did not begin: ${why}`)
}

/** Milliseconds that it has to end its browsers in order. */
const ENDS = 10_000

function playwright(assignment: string, say: (line: string) => void, signal?: AbortSignal): Promise<string> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL(`./playwright.config${extname(import.meta.url)}`, import.meta.url))
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
      for (const line of text.split('\n').filter(isProgress)) say(line)
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
