import type { PathRun } from '../report/result.ts'
import type { PlannedPath } from './path.ts'
import type { Known } from './plan-paths.ts'

/**
 * Notes for the next plan what came of each transition; answers whether one more did not pass. What was seen behind one that did
 * not pass counts for nothing here: where a way leads around, it is walked again from a sound state.
 * @param known by the flow's id
 */
export function learn(paths: PlannedPath[], runs: PathRun[], known: Map<string, Known>): boolean {
  let news = false
  for (const { path, outcomes } of runs) {
    const of = known.get(paths.find(({ id }) => id === path)?.flow ?? '')
    const first = outcomes.findIndex(({ verdict, wentOn }) => verdict !== 'passed' && !wentOn)
    of?.passed.push(...outcomes.slice(0, first < 0 ? outcomes.length : first).map(({ edge }) => edge))
    const stopped = outcomes[first]?.edge
    if (!of || stopped === undefined || of.notPassed.includes(stopped)) continue
    of.notPassed.push(stopped)
    news = true
  }
  return news
}
