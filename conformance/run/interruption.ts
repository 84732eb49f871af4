import { NO_OUTCOME } from '../report/harness-fault.ts'
import type { Checked, PathRun } from '../report/result.ts'
import type { RunAssignment } from './run-assignment.ts'

/** Exit codes of what a signal has ended, as shells have them: 128 and the number of the signal. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type Signal = keyof typeof codes

/** Terminals and the commands around this one pass one Ctrl-C on several times; what comes later in milliseconds is another. */
const SAME = 1_000

/** Whether a run has to end before it is done: somebody wants it, or its time is over. */
export interface Interruption {
  /** Aborted then; its reason says why, in a sentence. */
  signal: AbortSignal
  /** What the command exits with after a signal. */
  exitCode(): number | undefined
  /** Signals end the process at once again, as they do without this. */
  stop(): void
}

/**
 * From now on the first signal is only noted, so that the run can end in order; a second one ends the process at once.
 * @param say tells the person that it is noted
 * @param minutes the most that the run may take; then it ends in the same order
 */
export function awaitInterruption(say: (line: string) => void, minutes?: number): Interruption {
  const controller = new AbortController()
  const endInTime = () => {
    const reason = `The run was not done within its ${minutes} min (--timeout).`
    say(`${reason} The deployment is closed and the reports are written.`)
    controller.abort(new Error(reason))
  }
  const limit = minutes === undefined ? undefined : setTimeout(endInTime, minutes * 60_000)
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
      clearTimeout(limit)
      for (const signal of signals) process.off(signal, note)
    },
  }
}

/** Why a run had to end, in a sentence. */
export const whyEnded = ({ reason }: AbortSignal): string =>
  reason instanceof Error ? reason.message : INTERRUPTED

export const INTERRUPTED = 'The run was interrupted.'

/** Walks and checks until somebody interrupts; what has no outcome by then says so, also where its process was ended. */
export const interruptible =
  (run: RunAssignment, signal: AbortSignal): RunAssignment =>
  async (assignment, say) => {
    const { paths, checks = [] } = assignment
    // A path that the end of the run has cut off is no fault to tell of.
    const sayUnlessCutOff = (line: string) =>
      signal.aborted && line.includes(NO_OUTCOME) ? undefined : say(line)
    const done = signal.aborted ? { runs: [], checked: [] } : await run(assignment, sayUnlessCutOff, signal)
    if (!signal.aborted) return done
    const left = <T>(all: readonly string[], found: readonly T[], idOf: (one: T) => string) =>
      all.filter((id) => !found.some((one) => idOf(one) === id))
    return {
      runs: [
        ...done.runs.map((one) =>
          isCutOff(one) ? { ...unwalked(one.path, whyEnded(signal)), outcomes: one.outcomes } : one,
        ),
        ...left(
          paths.map(({ id }) => id),
          done.runs,
          ({ path }) => path,
        ).map((path) => unwalked(path, whyEnded(signal))),
      ],
      checked: [
        ...done.checked.map((one) =>
          one.reason?.includes(NO_OUTCOME) ? unmade(one.id, whyEnded(signal)) : one,
        ),
        ...left(checks, done.checked, ({ id }) => id).map((id) => unmade(id, whyEnded(signal))),
      ],
    }
  }

/** Whether the end of the run has cut a path off: it was stopped by it, or has handed nothing over. */
const isCutOff = ({ fault, stopped }: PathRun): boolean =>
  stopped === INTERRUPTED || fault?.reason.includes(NO_OUTCOME) === true

const unwalked = (path: string, why: string): PathRun => ({ path, outcomes: [], stopped: why })

const unmade = (id: string, why: string): Checked => ({
  id,
  verdict: 'inconclusive',
  reason: why,
  expected: [],
  observed: [],
  claims: [],
})
