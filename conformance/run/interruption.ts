import { NO_OUTCOME } from '../report/harness-fault.ts'
import type { Checked, PathRun } from '../report/result.ts'
import type { RunAssignment } from './run-assignment.ts'

/** Exit codes of what a signal has ended, as shells have them: 128 and the number of the signal. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type Signal = keyof typeof codes

/** Terminals and the commands around this one pass one Ctrl-C on several times; what comes later in milliseconds is another. */
const SAME = 1_000

/** Whether somebody wants a run to end before it is done. */
export interface Interruption {
  /** Aborted as soon as somebody does. */
  signal: AbortSignal
  /** What the command exits with then. */
  exitCode(): number | undefined
  /** Signals end the process at once again, as they do without this. */
  stop(): void
}

/**
 * From now on the first signal is only noted, so that the run can end in order; a second one ends the process at once.
 * @param say tells the person that it is noted
 */
export function awaitInterruption(say: (line: string) => void): Interruption {
  const controller = new AbortController()
  let first: { signal: Signal; at: number } | undefined
  const note = (signal: Signal) => {
    if (first && Date.now() - first.at > SAME) process.exit(codes[signal])
    if (first) return
    first = { signal, at: Date.now() }
    say(
      `Interrupted by ${signal}: the deployment is closed and the reports are written. Again to end at once.`,
    )
    controller.abort(new Error(INTERRUPTED))
  }
  const signals = Object.keys(codes) as Signal[]
  for (const signal of signals) process.on(signal, note)
  return {
    signal: controller.signal,
    exitCode: () => first && codes[first.signal],
    stop: () => {
      for (const signal of signals) process.off(signal, note)
    },
  }
}

export const INTERRUPTED = 'The run was interrupted.'

/** Walks and checks until somebody interrupts; what has no outcome by then says so, also where its process was ended. */
export const interruptible =
  (run: RunAssignment, signal: AbortSignal): RunAssignment =>
  async (assignment, say) => {
    const { paths, checks = [] } = assignment
    const done = signal.aborted ? { runs: [], checked: [] } : await run(assignment, say, signal)
    if (!signal.aborted) return done
    const left = <T>(all: readonly string[], found: readonly T[], idOf: (one: T) => string) =>
      all.filter((id) => !found.some((one) => idOf(one) === id))
    return {
      runs: [
        ...done.runs.map((one) => (one.fault?.reason.includes(NO_OUTCOME) ? unwalked(one.path) : one)),
        ...left(
          paths.map(({ id }) => id),
          done.runs,
          ({ path }) => path,
        ).map(unwalked),
      ],
      checked: [
        ...done.checked.map((one) => (one.reason?.includes(NO_OUTCOME) ? unmade(one.id) : one)),
        ...left(checks, done.checked, ({ id }) => id).map(unmade),
      ],
    }
  }

const unwalked = (path: string): PathRun => ({ path, outcomes: [], stopped: INTERRUPTED })

const unmade = (id: string): Checked => ({
  id,
  verdict: 'inconclusive',
  reason: INTERRUPTED,
  expected: [],
  observed: [],
  claims: [],
})
