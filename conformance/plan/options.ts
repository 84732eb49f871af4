import { PlanError } from './errors.ts'
import { type Coverage, coverages } from './graph.ts'

/** What a plan costs and how it may look; everything may be left out. */
export interface CostOptions<E> {
  /** Default `transitions`. */
  coverage?: Coverage
  /** Cost of beginning a path: a fresh sandbox, a new account. Default 5. */
  resetCost?: number
  /** Cost of a step, one for all or by edge. Default 1. */
  stepCost?: number | ((edge: E) => number)
  /** The longest path that is wanted, in steps. Default 20; `Infinity` for none, which is the cheapest. */
  maxSteps?: number
}

export interface Costs<E> {
  coverage: Coverage
  resetCost: number
  stepCost: (edge: E) => number
  maxSteps: number
}

const isCost = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0

/** @throws {PlanError} `bad-option`, naming the option, what it was and what it may be */
export function costsOf<E>({
  coverage = 'transitions',
  resetCost = 5,
  stepCost = 1,
  maxSteps = 20,
}: CostOptions<E>): Costs<E> {
  const demand = (holds: boolean, option: string, value: unknown, may: string) => {
    if (!holds) throw new PlanError('bad-option', `${option} is ${String(value)}, but must be ${may}.`)
  }
  demand(coverages.includes(coverage), 'coverage', coverage, `one of ${coverages.join(', ')}`)
  demand(isCost(resetCost), 'resetCost', resetCost, 'a number that is not negative')
  demand(
    maxSteps === Number.POSITIVE_INFINITY || (Number.isInteger(maxSteps) && maxSteps > 0),
    'maxSteps',
    maxSteps,
    'a whole number above 0, or Infinity for no limit',
  )
  return {
    coverage,
    resetCost,
    maxSteps,
    stepCost: (edge) => {
      const cost = typeof stepCost === 'function' ? stepCost(edge) : stepCost
      demand(isCost(cost), 'stepCost', cost, 'a number that is not negative, for every edge')
      return cost
    },
  }
}
