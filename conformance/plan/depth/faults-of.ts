import { PlanError } from '../errors.ts'
import type { Behaviour } from './behaviour.ts'
import { type Fault, hiddenStates, wrongTargets } from './fault.ts'

/** Faults that are tried at most; they are all walked on paper. */
const MOST_FAULTS = 300_000

/** Which faults there are: an edge that ends in a wrong state, and a state too many. */
export interface Faults {
  wrongTargets: Fault[]
  hiddenStates: Fault[]
}

/** @throws {PlanError} `too-large` */
export function faultsOf(behaviour: Behaviour, wanted: (edge: number) => boolean, hidden: boolean): Faults {
  const list = (faults: Iterable<Fault>): Fault[] => {
    const found: Fault[] = []
    for (const fault of faults) {
      if (!wanted(fault.edge)) continue
      if (found.push(fault) > MOST_FAULTS) throw tooMany(behaviour)
    }
    return found
  }
  return {
    wrongTargets: list(wrongTargets(behaviour)),
    hiddenStates: hidden ? list(hiddenStates(behaviour)) : [],
  }
}

const tooMany = ({ nodes, out }: Behaviour) =>
  new PlanError(
    'too-large',
    `The ${nodes} states and ${out.flat().length} transitions have more than ${MOST_FAULTS} faults that are not seen at once, too many to plan for. Plan fewer states ("until", "filter" or "maxStates"), or a lesser depth.`,
  )
