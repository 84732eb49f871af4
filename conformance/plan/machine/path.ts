import type { AnyMachineSnapshot, EventObject } from 'xstate'
import type { Coverage } from '../graph.ts'
import type { GraphPath } from '../plan-graph.ts'
import type { Edge, Exploration } from './explore.ts'
import { idsOf } from './ids.ts'

/** One event to send, and the state in which the machine is then. */
export interface PathStep {
  /** Id of the edge that is walked. */
  id: string
  event: EventObject
  /** After the event, as in the paths of `xstate/graph`. */
  state: AnyMachineSnapshot
  /** Id of `state`. */
  stateId: string
  /** Id of the transition that answers the event. */
  transition: string
  /** All transitions that are taken, each with its id and its `meta`. */
  taken: Edge['taken']
  /** Ids of the obligations that are covered by taking this step here. */
  covers: string[]
  /** Place in the path, from 0, of the step whose target this step proves to be the right one, where it does. */
  verifies?: number
}

/** What is done after one reset: a list of steps, also when it is walked with `for … of`. */
export class Path implements Iterable<PathStep> {
  /** Name of the input with which the machine is started; none where it takes no input. */
  readonly given: string | undefined
  /** The state before the first step. */
  readonly start: AnyMachineSnapshot
  /** Id of `start`. */
  readonly startId: string
  readonly steps: PathStep[]
  /** Its steps and its reset. */
  readonly cost: number
  /** It is longer than `maxSteps`, because what it covers lies deeper. */
  readonly tooLong: boolean
  /** Ids of the obligations that beginning covers. */
  readonly covers: string[]

  constructor(path: Omit<Path, typeof Symbol.iterator>) {
    this.given = path.given
    this.start = path.start
    this.startId = path.startId
    this.steps = path.steps
    this.cost = path.cost
    this.tooLong = path.tooLong
    this.covers = path.covers
  }

  [Symbol.iterator](): Iterator<PathStep> {
    return this.steps[Symbol.iterator]()
  }
}

/** Turns numbers of nodes and edges into steps. */
export function pathsOf(
  exploration: Exploration,
  paths: (GraphPath & { verifies?: number[] })[],
  coverage: Coverage,
  maxSteps: number,
): Path[] {
  const { states, edges } = exploration
  const idOf = idsOf(exploration)
  const stateCovered = (state: number) => (coverage === 'states' ? [idOf({ kind: 'state', state })] : [])
  const covers = (edge: number, before: number | undefined, to: number): string[] => {
    if (coverage === 'states') return stateCovered(to)
    const covered = [idOf({ kind: 'transition', edge })]
    if (coverage === 'transition-pairs' && before !== undefined) {
      covered.push(idOf({ kind: 'transition-pair', edge: before, next: edge }))
    }
    return covered
  }
  return paths.flatMap(({ start, edges: walked, cost, verifies }): Path[] => {
    const first = states[start]
    if (!first) return []
    const steps = walked.flatMap((index, place): PathStep[] => {
      const edge = edges[index]
      const state = states[edge?.to ?? -1]
      if (!edge || !state) return []
      const { id, event, transition, taken, to } = edge
      const covered = covers(index, walked[place - 1], to)
      const proved = verifies?.[place] ?? -1
      return [
        {
          ...{ id, event, state: state.snapshot, stateId: state.id, transition, taken, covers: covered },
          ...(proved >= 0 && { verifies: proved }),
        },
      ]
    })
    return [
      new Path({
        given: first.givens[0],
        start: first.snapshot,
        startId: first.id,
        steps,
        cost,
        tooLong: steps.length > maxSteps,
        covers: stateCovered(start),
      }),
    ]
  })
}
