import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { Outcome, PathRun, Verdict } from './result.ts'

/** One time that a transition stood on a path, and what came of it there. */
export interface Sighting extends Partial<Outcome> {
  verdict: Verdict
  reason?: string
  /** Id of the transition that stands in the way. */
  blockedBy?: string
  path: PlannedPath
  /** Number of the event on the path, from 1. */
  at: number
}

/** Every sighting of every transition of a flow, by the transition's id. */
export function sightingsOf(flow: Flow, paths: PlannedPath[], runs: PathRun[]): Map<string, Sighting[]> {
  const sightings = new Map<string, Sighting[]>()
  for (const path of paths.filter((path) => path.flow === flow.id)) {
    const run = runs.find((run) => run.path === path.id)
    const edges = walk(flow, path.given, path.events).flatMap(({ edge }) => edge ?? [])
    for (const [n, { id }] of edges.entries()) {
      const sighting = { ...whatCame(run, n), path, at: n + 1 }
      sightings.set(id, [...(sightings.get(id) ?? []), sighting])
    }
  }
  return sightings
}

/** What came of the n-th transition of a path. */
function whatCame(run: PathRun | undefined, n: number): Pick<Sighting, 'verdict' | 'reason' | 'blockedBy'> {
  const outcome = run?.outcomes[n]
  if (outcome) return outcome
  if (run?.notBegun) return { verdict: 'config-error', reason: run.notBegun }
  const inTheWay = run?.outcomes.find(({ verdict, wentOn }) => verdict !== 'passed' && !wentOn)
  if (inTheWay)
    return {
      verdict: 'blocked',
      reason: `Behind ${inTheWay.edge}, which is ${inTheWay.verdict}.`,
      blockedBy: inTheWay.edge,
    }
  return { verdict: 'inconclusive', reason: 'The path was not walked to its end in the time it may take.' }
}
