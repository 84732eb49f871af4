import type { Flow } from '../../machines/flow.ts'
import { walk } from '../../machines/walk.ts'
import type { Defect } from '../defects/defect.ts'
import { CheckError } from '../errors.ts'
import { judgeFlow } from '../report/judge-flow.ts'
import type { CheckResult } from '../report/result.ts'
import { conforms, count } from '../report/verdicts.ts'
import type { Target } from '../targets/target.ts'
import type { PlannedPath, TargetAddress } from './path.ts'
import { type FlowPlan, planFlow } from './plan-paths.ts'
import { runPaths } from './run-paths.ts'

export interface Check {
  flows: Flow[]
  target: Target
  address: TargetAddress
  defect?: Defect | undefined
  /** Only paths that lead over one of these transitions, the first for each. */
  transition?: string[] | undefined
  workers: number
  headed: boolean
  maxSteps?: number | undefined
  folder: string
  say: (line: string) => void
}

/** Plans, walks and judges: the whole of a check, without its surroundings. */
export async function check(options: Check): Promise<CheckResult> {
  const { flows, target, address, defect, workers, headed, folder, say } = options
  const began = Date.now()
  const plans = flows.map((flow) => planFlow(flow, target.capabilities, options.maxSteps))
  const paths = select(flows, plans, options.transition)
  say(`${paths.length} paths, ${sum(paths.map(({ events }) => events.length))} steps, ${workers} workers`)
  const runs = await runPaths({ target: address, paths, folder, workers, headed }, say)
  const results = flows.map((flow, n) =>
    judgeFlow(flow, {
      paths,
      runs,
      unreachable: plans[n]?.unreachable ?? new Map(),
      command: `npx doorstep check${defect ? ` --defect ${defect.id}` : ''}`,
    }),
  )
  const transitions = results.flatMap(({ transitions }) => transitions.map(({ verdict }) => verdict))
  return {
    target: { name: target.name, url: target.url, ...(defect && { defect: defect.id }) },
    date: new Date(began).toISOString(),
    took: (Date.now() - began) / 1000,
    plan: {
      paths: paths.length,
      steps: sum(paths.map(({ events }) => events.length)),
      cost: sum(plans.map(({ cost }) => cost)),
      lowerBound: sum(plans.map(({ lowerBound }) => lowerBound)),
    },
    flows: results,
    summary: {
      conforms: conforms(transitions),
      steps: count(results.flatMap(({ steps }) => steps.map(({ verdict }) => verdict))),
      transitions: count(transitions),
    },
  }
}

function select(flows: Flow[], plans: FlowPlan[], wanted?: string[]): PlannedPath[] {
  const paths = plans.flatMap(({ paths }) => paths)
  if (!wanted?.length) return paths
  const leadsOver = (path: PlannedPath, id: string) => {
    const flow = flows.find((flow) => flow.id === path.flow)
    return flow && walk(flow, path.given, path.events).some(({ edge }) => edge?.id === id)
  }
  const found = wanted.map((id) => {
    const path = paths.find((path) => leadsOver(path, id))
    if (path) return path
    throw new CheckError(
      'bad-option',
      `No path leads over a transition "${id}": the ids stand in a report's transitions.`,
    )
  })
  return [...new Set(found)]
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
