import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { harnessError, missingOutcome } from './harness-fault.ts'
import type { Judged, Outcome, PathRun } from './result.ts'

/** One occurrence of a transition on a path, and its outcome; there is none if it was not reached. */
export type Sighting = (Outcome | Judged) &
  Partial<Pick<Outcome, 'took' | 'edge' | 'notOffered'>> & {
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
      const sighting = { ...whatCame(run, n, `${flow.id}/${id} on the path ${path.id}`, id), path, at: n + 1 }
      sightings.set(id, [...(sightings.get(id) ?? []), sighting])
    }
  }
  return sightings
}

/** What came of the n-th transition of a path; that nothing came of it needs a reason. */
function whatCame(run: PathRun | undefined, n: number, name: string, edge: string): Outcome | Judged {
  const outcome = run?.outcomes[n]
  if (outcome) return outcome.edge === edge ? outcome : missingOutcome(name)
  if (run?.fault) return harnessError(run.fault.reason, run.fault.stack)
  if (run?.notBegun) return { verdict: 'config-error', reason: run.notBegun }
  const inTheWay = run?.outcomes.find(({ verdict, wentOn }) => verdict !== 'passed' && !wentOn)
  if (inTheWay)
    return {
      verdict: 'blocked',
      reason: `Behind ${inTheWay.edge}, which is ${inTheWay.verdict}.`,
      blockedBy: inTheWay.edge,
    }
  if (run?.stopped) return { verdict: 'inconclusive', reason: `The walk ended before it. ${run.stopped}` }
  if (run?.timedOut)
    return {
      verdict: 'inconclusive',
      reason: 'The path was not walked to its end in the time it may take.',
    }
  return missingOutcome(name)
}
