import { z } from 'zod'

/** Said of what was begun and told nothing of itself. */
export const NO_OUTCOME = 'handed over no outcome'

/** Something that went wrong in Doorstep itself. */
export const harnessFault = z.object({ reason: z.string(), stack: z.string() })

const OURS = 'This is a fault of Doorstep, not of the target: please report it.'

/** The verdict on a fault of Doorstep, as its sentence and its place. */
export function harnessError(what: string, stack: string) {
  return { verdict: 'harness-error', reason: `${OURS} ${what}`, stack } as const
}

/** That an obligation has no outcome: every one that was declared must have one when a run ends. */
export const missingOutcome = (of: string) =>
  harnessError(`There is no outcome of ${of}.`, new Error(`There is no outcome of ${of}.`).stack ?? '')
