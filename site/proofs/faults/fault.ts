import { setTimeout as wait } from 'node:timers/promises'
import type { Suspect } from '../kill/suspect.ts'

/** Something around the server that fails for a while. */
export interface Fault {
  what: string
  /** Lets it fail, and end again; undefined where that can't be staged on this machine. */
  suffer(): Promise<Suffered | undefined>
}

export interface Suffered {
  /** Answers while the fault lasted, by status; `none` where there was none. */
  answers: Map<string, number>
  /** What the log said of it, in one line. */
  log: string
  /** From the end of the fault until the next success, in ms. */
  back: number
  lost: string[]
}

/** Does it again every 100 ms, and counts the answers. */
export async function count(
  times: number,
  ask: () => Promise<{ status: number }>,
): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  for (let n = 0; n < times; n++) {
    const status = await ask().then(
      ({ status }) => String(status),
      () => 'none',
    )
    answers.set(status, (answers.get(status) ?? 0) + 1)
    await wait(100)
  }
  return answers
}

/** How long until it succeeds; a minute is too long. */
export async function untilBack(ask: () => Promise<{ status: number }>): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < 60_000) {
    const isBack = await ask().then(
      ({ status }) => status < 400,
      () => false,
    )
    if (isBack) return performance.now() - began
    await wait(50)
  }
  return Number.POSITIVE_INFINITY
}

/** What people had been told is done, and is not there. */
export async function lostBy(suspects: readonly Suspect[]): Promise<string[]> {
  const found = await Promise.all(suspects.map((suspect) => suspect.look()))
  return found.flatMap(({ lost, half, double }) => [...lost, ...half, ...double])
}
