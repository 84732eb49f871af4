import type { AnyMachineSnapshot, AnyTransitionDefinition, EventObject } from 'xstate'
import { evaluateGuard } from 'xstate/guards'
import { matches } from './events.ts'
import { stateNodes } from './transition-id.ts'

/** Why a transition that was never taken could not be judged, as a reason. */
export type Trouble = Map<
  AnyTransitionDefinition,
  { why: 'fails' | 'not-explored' | 'left-out'; reason: string }
>

/** xstate's own words around what a guard threw. */
const GUARD =
  /^Unable to evaluate guard (?:'(.*?)' )?in transition for event '.*?' in state node '(.*?)':\n(.*)$/s

/** What went wrong when a machine was sent an event, in one line. */
export function troubleInWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, name, state, thrown] = GUARD.exec(message) ?? []
  const words =
    state === undefined ? message : `the guard ${name ? `${name} ` : ''}in ${state} threw: ${thrown}`
  return words.replace(/\s*\n\s*/g, ' ')
}

/**
 * Notes for every transition that may have been tried what went wrong there, so that it is not reported as a guard that
 * never holds.
 * @param answers the transitions that answered, if the machine came as far as that
 */
export function noteTrouble(
  trouble: Trouble,
  { snapshot, event, answers, error }: Sent & { error: unknown },
): void {
  const words = troubleInWords(error)
  const note = (transition: AnyTransitionDefinition, reason: string) =>
    trouble.set(transition, { why: 'fails', reason })
  for (const answer of answers) note(answer, `the machine fails when it is taken: ${words}`)
  for (const branches of answers.length > 0 ? goingOn(answers) : awaiting(snapshot, event)) {
    const culprit = branches.findIndex((branch) => throws(branch, snapshot, event))
    for (const [n, branch] of branches.entries())
      if (n === culprit) note(branch, `its guard threw: ${throws(branch, snapshot, event)}`)
      else if (n > culprit && (culprit >= 0 || answers.length === 0) && !trouble.has(branch))
        note(branch, `its turn never came: ${words}`)
  }
}

export interface Sent {
  snapshot: AnyMachineSnapshot
  event: EventObject
  answers: readonly AnyTransitionDefinition[]
}

/** The transitions that an event may take in a state, in the order in which they are asked. */
const awaiting = ({ _nodes }: AnyMachineSnapshot, { type }: EventObject): AnyTransitionDefinition[][] =>
  _nodes.flatMap(({ transitions }) =>
    [...transitions].flatMap(([descriptor, branches]) => (matches(descriptor, type) ? [branches] : [])),
  )

/** The transitions without an event that are asked next, where those have led. */
const goingOn = (answers: readonly AnyTransitionDefinition[]): AnyTransitionDefinition[][] =>
  answers.flatMap(({ target = [] }) =>
    target.flatMap(stateNodes).flatMap(({ always }) => (always ? [always] : [])),
  )

function throws(
  { guard }: AnyTransitionDefinition,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): string | undefined {
  if (guard === undefined) return undefined
  try {
    evaluateGuard(guard, snapshot.context, event, snapshot)
    return undefined
  } catch (error) {
    return troubleInWords(error)
  }
}
