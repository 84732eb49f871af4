import { explore, planGraph } from '../../plan/index.ts'
import { start } from '../../plan/machine/run.ts'
import { eventId, stateId } from '../../plan/machine/state-id.ts'
import { RESET_COST, type Run } from './contestants.ts'
import type { Model } from './subjects.ts'

export interface Score {
  /** Edges of the explored graph, and how many of them the paths walk. */
  transitions: number
  covered: number
  paths: number
  steps: number
  cost: number
  lowerBound: number
}

/** Walks the paths over the explored graph and counts, the same way for everyone. */
export function score({ machine, inputs }: Model, runs: Run[]): Score {
  const graph = explore(machine, { ...(inputs && { inputs }) })
  const edgeAt = new Map(graph.edges.map(({ from, event }, edge) => [`${from} ${eventId(event)}`, edge]))
  const numbers = new Map(graph.states.map(({ id }, state) => [id, state]))
  const covered = new Set<number>()
  let steps = 0
  for (const { given, events } of runs) {
    let state = numbers.get(stateId(machine, start(machine, inputs?.[given]).snapshot)) ?? -1
    for (const event of events) {
      const edge = edgeAt.get(`${state} ${eventId(event)}`)
      if (edge !== undefined) covered.add(edge)
      state = graph.edges[edge ?? -1]?.to ?? state
      steps++
    }
  }
  const { lowerBound } = planGraph(graph, { resetCost: RESET_COST, maxSteps: Number.POSITIVE_INFINITY })
  return {
    transitions: graph.edges.length,
    covered: covered.size,
    paths: runs.length,
    steps,
    cost: steps + RESET_COST * runs.length,
    lowerBound,
  }
}

export function sum(scores: Score[]): Score {
  const total: Score = { transitions: 0, covered: 0, paths: 0, steps: 0, cost: 0, lowerBound: 0 }
  for (const one of scores) {
    for (const key of Object.keys(total) as (keyof Score)[]) total[key] += one[key]
  }
  return total
}
