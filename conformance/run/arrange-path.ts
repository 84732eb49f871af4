import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Arrangement, Target } from '../targets/target.ts'

/** A single failure can be a passing one. */
const TRIES = 2

export interface Begin {
  flow: string
  given: string
  /** The folder of the run, which all its processes share. */
  folder: string
}

/**
 * Arranges what a path begins with. A given that failed twice in a row is not tried again in the run: each try costs up to the
 * whole time limit, and one cause is one finding.
 * @throws the error of the arrangement, or that of the second failure
 */
export async function arrangePath(
  target: Pick<Target, 'arrange'>,
  { flow, given, folder }: Begin,
  browser?: Browser,
): Promise<Arrangement> {
  const file = join(folder, `not-arranged-${flow}-${given}.txt`)
  const failures = await readFailures(file)
  const last = failures.at(-1)
  if (last !== undefined && failures.length >= TRIES) throw new Error(last)
  try {
    const arranged = await target.arrange(flow, given, browser)
    await rm(file, { force: true })
    return arranged
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await appendFile(file, `${JSON.stringify(message)}\n`)
    throw error
  }
}

async function readFailures(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line)))
}
