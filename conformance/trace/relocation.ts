import { candidatesFor } from './candidates.ts'
import { similarityOf } from './fingerprint.ts'
import { type Group, matchSteps } from './match-steps.ts'
import type { FoundStep, LockedStep } from './snapshot.ts'
import type { StepPair } from './step-drift.ts'

const ALIKE = 0.6
/** Digits of a sketch below which a step ("Click Save.") is too short to be recognised elsewhere. */
const TELLING = 36

const isSame = ({ before, now }: StepPair) =>
  before.text === now.text || similarityOf(before.sketch, now.sketch) >= ALIKE
const isTelling = ({ before }: StepPair) => before.sketch.length >= TELLING

interface Move {
  from: Group<LockedStep>
  to: Group<FoundStep>
  pairs: StepPair[]
}

/**
 * Steps that left one procedure and are found in another. Short ones are only believed where a telling one went the same
 * way. Takes them out of both lists.
 */
export function relocate(lost: Group<LockedStep>[], added: Group<FoundStep>[]): StepPair[] {
  const left = lost.filter(({ steps }) => steps.length > 0)
  const fresh = added.filter(({ steps }) => steps.length > 0)
  const candidatesOf = candidatesFor(left, fresh)
  const moves = left.flatMap((from) =>
    candidatesOf(from).map(
      (to): Move => ({ from, to, pairs: matchSteps(from.steps, to.steps).pairs.filter(isSame) }),
    ),
  )
  moves.sort((a, b) => b.pairs.filter(isTelling).length - a.pairs.filter(isTelling).length)
  return moves.flatMap(({ from, to, pairs }) => {
    const [here, there] = [new Set(from.steps), new Set(to.steps)]
    const still = pairs.filter(({ before, now }) => here.has(before) && there.has(now))
    if (!still.some(isTelling)) return []
    const gone = new Set<LockedStep>(still.flatMap(({ before, now }) => [before, now]))
    from.steps = from.steps.filter((step) => !gone.has(step))
    to.steps = to.steps.filter((step) => !gone.has(step))
    return still
  })
}
