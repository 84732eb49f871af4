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
  const count = howMany(behaviour, wanted, hidden)
  if (count > MOST_FAULTS)
    throw new PlanError(
      'too-large',
      `The ${behaviour.nodes} states and ${behaviour.out.flat().length} transitions have ${count} faults that are not seen at once, and at most ${MOST_FAULTS} can be planned for. Plan fewer states ("until", "filter" or "maxStates"), each transition once ("written"), or a lesser depth.`,
    )
  const isWanted = ({ edge }: Fault) => wanted(edge)
  return {
    wrongTargets: [...wrongTargets(behaviour)].filter(isWanted),
    hiddenStates: hidden ? [...hiddenStates(behaviour)].filter(isWanted) : [],
  }
}

/** Counted before they are made: each target with every node that looks like it. */
function howMany(
  { edges, looks, out }: Behaviour,
  wanted: (edge: number) => boolean,
  hidden: boolean,
): number {
  const alike = Map.groupBy(looks, (look) => look)
  const ofTarget = (edge: number) => alike.get(looks[edges[edge]?.to ?? -1] ?? -1)?.length ?? 0
  const sum = (all: readonly number[]) => all.reduce((total, edge) => total + ofTarget(edge), 0)
  const behind = (edge: number) => 2 * sum(out[edges[edge]?.to ?? -1] ?? [])
  const own = out.flat().filter(wanted)
  return sum(own) + (hidden ? own.reduce((total, edge) => total + behind(edge), 0) : 0)
}
