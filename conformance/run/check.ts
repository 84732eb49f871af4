import type { Flow } from '../../machines/model/flow.ts'
import type { Check as BlackBoxCheck } from '../checks/check.ts'
import type { Defect } from '../defects/defect.ts'
import type { LoadedPack } from '../packs/load-pack.ts'
import type { Depth } from '../plan/index.ts'
import type { CheckResult } from '../report/result.ts'
import type { TargetAddress } from '../targets/profile/address.ts'
import type { Target } from '../targets/target.ts'
import { judgeAll } from './judge-all.ts'
import { makeChecks } from './make-checks.ts'
import type { RunAssignment } from './run-assignment.ts'
import { type Shard, shareOfChecks } from './shard.ts'
import { walkAll } from './walk-all.ts'

export interface Check {
  flows: Flow[]
  /** The packs of the flows, with their files. */
  loaded: readonly LoadedPack[]
  /** Checks that are made after the walk. */
  checks: readonly BlackBoxCheck[]
  /** Flows that are left out, and why. */
  notChecked?: CheckResult['notChecked'] | undefined
  target: Target
  address: TargetAddress
  defect?: Defect | undefined
  /** Only paths that lead over one of these transitions, the first for each. */
  transition?: string[] | undefined
  workers: number
  headed: boolean
  maxSteps?: number | undefined
  /** How deep the flows are walked. Default `transitions`. */
  depth?: Depth | undefined
  /** Each transition once also at a greater depth, not in every context. */
  written?: boolean | undefined
  folder: string
  /** Only this share of the paths and checks. */
  shard?: Shard | undefined
  provenance: CheckResult['provenance']
  /** Walks paths and makes checks. Default: with Playwright Test. */
  runAssignment?: RunAssignment | undefined
  /** How the command was called, to be repeated. */
  command: string
  /** Where the documentation has each step, by the step's id. */
  documented?: ReadonlyMap<string, string> | undefined
  say: (line: string) => void
}

/**
 * Plans, walks and judges: the whole of a check, without its surroundings. When transitions did not pass, what is left is
 * planned again around them, until nothing more can be reached: one fault does not hide the others.
 */
export async function check(options: Check): Promise<CheckResult> {
  const { target, defect, address, folder, workers, headed, say, shard, transition } = options
  const began = Date.now()
  const walked = await walkAll(options)
  const checks = shard ? shareOfChecks(options.checks, shard) : options.checks
  const surroundings = { target: address, folder, workers, headed }
  const checked = await makeChecks(checks, surroundings, say, options.runAssignment)
  return judgeAll({
    ...options,
    checks,
    began,
    walked,
    checked,
    target: { name: target.name, url: target.url, ...(defect && { defect: defect.id }) },
    took: (Date.now() - began) / 1000,
    notChecked: options.notChecked ?? [],
    acceptances: target.acceptances ?? [],
    partly: Boolean(transition?.length || shard),
    shard: shard && {
      ...shard,
      asked: {
        flows: options.flows.map(({ id }) => id),
        checks: options.checks.map(({ id }) => id),
        partly: Boolean(transition?.length),
        command: options.command,
        packs: address.packs,
      },
      paths: walked.paths,
      runs: walked.runs,
      checked,
      unreachable: Object.fromEntries(
        [...walked.unreachable].map(([flow, why]) => [flow, Object.fromEntries(why)]),
      ),
    },
  })
}
