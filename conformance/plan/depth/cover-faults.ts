import { PlanError } from '../errors.ts'
import type { Behaviour } from './behaviour.ts'
import type { Fault } from './fault.ts'
import { type Route, survivors } from './find.ts'
import { fragmentsFor } from './fragments.ts'
import { mend, shows } from './mend.ts'
import { trim } from './trim.ts'
import { type WeaveOptions, weave } from './weave.ts'

/** Sequences that are woven at most: the time for it grows with the square. */
const MOST_FRAGMENTS = 6_000

export interface CoverFaultsOptions extends Pick<WeaveOptions, 'resetCost' | 'cost' | 'maxSteps'> {
  /** Numbers of the edges that must be walked. */
  wanted: readonly number[]
  /** The paths that cover these edges at the least cost. Where they show every fault, they are the answer. */
  tour: readonly Route[]
  /** What was walked already, from a reset each. */
  walked: readonly Route[]
}

/**
 * Paths that walk every wanted edge, and show every one of the faults.
 *
 * @param faults such that something shows each
 * @throws {PlanError} `too-large`
 */
export function coverFaults(
  behaviour: Behaviour,
  faults: readonly Fault[],
  options: CoverFaultsOptions,
): number[][] {
  const { walked } = options
  const open = survivors(behaviour, faults, walked)
  if (survivors(behaviour, open, options.tour).length === 0) return options.tour.map((path) => [...path])
  const purposes = fragmentsFor(behaviour, open)
  if (purposes.size > MOST_FRAGMENTS)
    throw new PlanError(
      'too-large',
      `It takes ${purposes.size} sequences of events to find every fault of this depth, and more than ${MOST_FRAGMENTS} are too many to plan. Plan fewer states ("until", "filter" or "maxStates"), each transition once ("written"), or a lesser depth.`,
    )
  const edges = options.wanted.map((edge) => [edge])
  const isWalked = new Set(walked.flat())
  const paths = weave(behaviour, {
    ...options,
    fragments: [...purposes.keys(), ...edges],
    needed: (fragment, paths) => {
      const own = purposes.get(fragment)
      if (!own) return !fragment.every((edge) => isWalked.has(edge))
      return own.some((fault) => !paths.some((path) => shows(behaviour, fault, path)))
    },
  })
  mend(behaviour, paths, open, options)
  return trim(behaviour, paths, open, new Set(options.wanted.filter((edge) => !isWalked.has(edge))))
}
