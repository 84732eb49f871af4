import type { PlannedPath } from '../plan/flow/path.ts'
import type { KnownResults } from '../plan/flow/plan-paths.ts'
import type { PathRun } from '../report/result.ts'

/** What the paths of a flow have taught so far; the ids are those of its transitions. */
export interface Learned {
  /** From a sound state: what passed, and what did not. */
  known: KnownResults
  /** Of what did not pass, that whose screen was there: one can go on over it. */
  over: string[]
  /** Behind what did not pass: what one could go on from, whatever was seen, and what one could not. */
  behind: KnownResults
}

export const nothingLearned = (): Learned => ({
  known: { passed: [], notPassed: [] },
  over: [],
  behind: { passed: [], notPassed: [] },
})

/** What a further plan may take for known; `undefined` where that way leads to nothing new. */
export type Way = (learned: Learned) => KnownResults | undefined

/** For a plan that leads around all that did not pass: whatever is walked then, is walked from a sound state. */
export const around: Way = ({ known }) => known

/** For a plan that leads over what did not pass where that is possible, to what can be reached no other way. */
export const over: Way = ({ known, over, behind }) => {
  if (over.length === 0) return undefined
  const ended = known.notPassed.filter((edge) => !over.includes(edge))
  const endedBehind = behind.notPassed.filter((edge) => !known.passed.includes(edge))
  return {
    passed: [...known.passed, ...over, ...behind.passed],
    notPassed: [...ended, ...endedBehind],
  }
}

/**
 * Notes what came of each transition; answers whether the way ended anywhere for the first time. What was seen behind one that
 * did not pass is kept apart: where a way leads around, it is walked again from a sound state.
 * @param learned by the flow's id
 */
export function learn(paths: PlannedPath[], runs: PathRun[], learned: Map<string, Learned>): boolean {
  let news = false
  for (const { path, outcomes } of runs) {
    const planned = paths.find(({ id }) => id === path)
    const of = learned.get(planned?.flow ?? '')
    if (!of) continue
    const first = outcomes.findIndex(({ verdict, wentOn }) => verdict !== 'passed' && !wentOn)
    const sound = first < 0 ? outcomes : outcomes.slice(0, first)
    of.known.passed.push(...sound.map(({ edge }) => edge))
    if (planned?.verifies) of.known.walked = [...(of.known.walked ?? []), soundPart(planned, sound.length)]
    const [cause, ...behind] = outcomes.slice(sound.length)
    if (cause?.onScreen) of.over.push(cause.edge)
    if (cause) news = add(of.known.notPassed, cause.edge) || news
    for (const { edge, verdict, onScreen } of behind)
      if (verdict === 'passed' || onScreen) of.behind.passed.push(edge)
      else news = add(of.behind.notPassed, edge) || news
  }
  return news
}

const soundPart = ({ given, events }: PlannedPath, steps: number) => ({
  given,
  events: events.slice(0, steps),
})

/** Whether it is new. */
function add(edges: string[], edge: string): boolean {
  return !edges.includes(edge) && edges.push(edge) > 0
}
