import type { EventObject } from 'xstate'
import { explore, plan, planGraph } from '../../plan/index.ts'
import { greedy } from './greedy.ts'
import type { Model } from './subjects.ts'
import { xstatePaths } from './xstate-paths.ts'

export const RESET_COST = 5

/** One path: the name of the input it begins with, and the events that are sent. */
export interface Run {
  given: string
  events: EventObject[]
}

export interface Contestant {
  /** Everything from the machine to the paths. */
  run: (model: Model) => Run[]
  /** The same without exploring the machine, if that can be separated: the work once the graph is given. */
  given?: (model: Model) => () => unknown
  /** Seconds after which it is ended. */
  limit: number
}

const ours = (maxSteps: number): Contestant => ({
  run: ({ machine, inputs }) =>
    plan(machine, { resetCost: RESET_COST, maxSteps, ...(inputs && { inputs }) }).paths.map((path) => ({
      given: path.given ?? '',
      events: path.steps.map(({ event }) => event),
    })),
  given: ({ machine, inputs }) => {
    const graph = explore(machine, { ...(inputs && { inputs }) })
    return () => planGraph(graph, { resetCost: RESET_COST, maxSteps })
  },
  limit: 60,
})

/** Who plans, by name. */
export const contestants: Record<string, Contestant> = {
  Doorstep: ours(Number.POSITIVE_INFINITY),
  'Doorstep, `maxSteps: 20`': ours(20),
  'greedy, nearest first': {
    run: ({ machine, inputs }) => {
      const graph = explore(machine, { ...(inputs && { inputs }) })
      return greedy(graph, RESET_COST).map(({ start, edges }) => ({
        given: graph.states[start]?.givens[0] ?? '',
        events: edges.flatMap((edge) => graph.edges[edge]?.event ?? []),
      }))
    },
    given: ({ machine, inputs }) => {
      const graph = explore(machine, { ...(inputs && { inputs }) })
      return () => greedy(graph, RESET_COST)
    },
    limit: 60,
  },
  'xstate `getShortestPaths`, as it comes': {
    run: (model) => xstatePaths(model, { all: false }),
    limit: 60,
  },
  'xstate `getShortestPaths`, given every transition': {
    run: (model) => xstatePaths(model, { all: true }),
    limit: 60,
  },
  'xstate `getSimplePaths`, given every transition': {
    run: (model) => xstatePaths(model, { all: true, simple: true }),
    limit: 5,
  },
}
