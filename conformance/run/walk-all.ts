import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import { CheckError } from '../errors.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { type FlowPlan, type KnownResults, planFlow } from '../plan/flow/plan-paths.ts'
import { counted } from '../report/in-words.ts'
import type { CheckResult, PathRun } from '../report/result.ts'
import { blame } from './blame.ts'
import type { Check } from './check.ts'
import { guaranteeOf } from './guarantee-of.ts'
import { around, learn, nothingLearned, over, type Way } from './learn.ts'
import { runAssignment } from './run-assignment.ts'
import { shareOfPaths } from './shard.ts'

export interface WalkedAll {
  paths: PlannedPath[]
  runs: PathRun[]
  /** By the flow's id, the transitions that the first plan could not cover. */
  unreachable: Map<string, FlowPlan['unreachable']>
  plan: CheckResult['plan']
}

/**
 * Walks the plan, then what is left of it around what did not pass, and then what can only be reached over that, each until there
 * is nothing new.
 */
export async function walkAll(check: Check): Promise<WalkedAll> {
  const { flows, target, address, transition, workers, headed, maxSteps, written, folder, say, shard } = check
  const run = check.runAssignment ?? runAssignment
  const learned = new Map(flows.map(({ id }) => [id, nothingLearned()]))
  const walked: Pick<WalkedAll, 'paths' | 'runs'> = { paths: [], runs: [] }
  /** What the other shards prove: taken for granted here until it is seen otherwise. */
  const elsewhere = new Map<string, string[]>()
  let own = flows
  /** Paths of the whole plan, whose numbers are taken. */
  let planned = 0
  const planFor = (flow: Flow, known: KnownResults, depth = check.depth) => {
    const first = planned + walked.paths.length + 1
    const granted = (elsewhere.get(flow.id) ?? []).filter((edge) => !known.notPassed.includes(edge))
    const all = { ...known, passed: [...known.passed, ...granted] }
    return planFlow(flow, { ...target, maxSteps, depth, written, known: all, first })
  }
  const replan = (way: Way) =>
    own.flatMap((flow) => {
      const known = way(learned.get(flow.id) ?? nothingLearned())
      return known ? planFor(flow, known, way === over ? 'transitions' : undefined).paths : []
    })
  const walkOut = async (way: Way, paths: PlannedPath[]) => {
    for (let next = paths; next.length > 0; ) {
      say(
        [
          counted(next.length, 'path'),
          counted(sum(next.map(({ events }) => events.length)), 'step'),
          counted(workers, 'worker'),
        ].join(', '),
      )
      const done = await run({ target: address, paths: next, folder, workers, headed }, say)
      const runs = blame(flows, { paths: next, runs: done.runs }, walked)
      walked.paths.push(...next)
      walked.runs.push(...runs)
      next = learn(next, runs, learned) && !transition?.length ? replan(way) : []
    }
  }

  const plans = flows.map((flow) => planFor(flow, nothingLearned().known))
  const all = plans.flatMap(({ paths }) => paths)
  for (const line of guaranteeOf(check.depth, plans)) say(line)
  const asked = transition?.length ? pathsOver(check, all, transition) : all
  const wanted = shard ? shareOfPaths(asked, check.depth ?? 'transitions', shard) : asked
  if (shard) {
    planned = all.length
    own = flows.filter(({ id }) => wanted.some(({ flow }) => flow === id))
    for (const flow of own) elsewhere.set(flow.id, onlyOver(flow, asked, wanted))
  }
  await walkOut(around, wanted)
  if (!transition?.length) await walkOut(over, replan(over))
  return {
    ...walked,
    unreachable: new Map(flows.map(({ id }, n) => [id, plans[n]?.unreachable ?? new Map()])),
    plan: {
      paths: wanted.length,
      steps: sum(wanted.map(({ events }) => events.length)),
      cost: sum(plans.map(({ cost }) => cost)),
      lowerBound: sum(plans.map(({ lowerBound }) => lowerBound)),
    },
  }
}

/** For each transition the first path that leads over it; where its target is to be proved, all of them. */
function pathsOver(
  { flows, depth = 'transitions' }: Check,
  paths: PlannedPath[],
  transitions: string[],
): PlannedPath[] {
  const leadsOver = ({ flow: id, given, events }: PlannedPath, transition: string) => {
    const flow = flows.find((flow) => flow.id === id)
    return flow && walk(flow, given, events).some(({ edge }) => edge?.id === transition)
  }
  const found = transitions.flatMap((transition) => {
    const own = paths.filter((path) => leadsOver(path, transition))
    if (own.length > 0) return depth === 'transitions' ? own.slice(0, 1) : own
    throw new CheckError(
      'bad-option',
      `No path leads over a transition "${transition}": take an id from the transitions of a report.`,
    )
  })
  return [...new Set(found)]
}

/** The transitions of a flow that only paths lead over which are not one's own. */
function onlyOver(flow: Flow, paths: readonly PlannedPath[], own: readonly PlannedPath[]): string[] {
  const over = (some: readonly PlannedPath[]) =>
    some
      .filter((path) => path.flow === flow.id)
      .flatMap(({ given, events }) => walk(flow, given, events).flatMap(({ edge }) => edge?.id ?? []))
  const mine = new Set(over(own))
  return [...new Set(over(paths))].filter((edge) => !mine.has(edge))
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
