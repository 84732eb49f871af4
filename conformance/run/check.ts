import { edgesOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import type { Check as BlackBoxCheck } from '../checks/check.ts'
import type { Defect } from '../defects/defect.ts'
import type { LoadedPack } from '../packs/load-pack.ts'
import { sourcesOf } from '../packs/source/pack-source.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { Depth } from '../plan/index.ts'
import { acceptClaims } from '../report/accept-claims.ts'
import { acceptDifferences } from '../report/accept-differences.ts'
import { acceptanceOf, dayOf, isCovered } from '../report/acceptance.ts'
import { completeFlow } from '../report/complete.ts'
import { judgeFlow } from '../report/judge-flow.ts'
import { type CheckResult, checkResult } from '../report/result.ts'
import { staleAcceptances } from '../report/stale-acceptances.ts'
import { summarize } from '../report/summarize.ts'
import type { TargetAddress } from '../targets/profile/address.ts'
import type { Target } from '../targets/target.ts'
import { makeChecks } from './make-checks.ts'
import { maskText, maskUrl } from './mask-url.ts'
import type { RunAssignment } from './run-assignment.ts'
import { walkAll } from './walk-all.ts'

export interface Check {
  flows: Flow[]
  /** The packs of the flows, with their files. */
  loaded: readonly LoadedPack[]
  /** Made beside the walk. */
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
  provenance: CheckResult['provenance']
  /** Walks paths and makes checks. Default: with Playwright Test. */
  runAssignment?: RunAssignment | undefined
  /** How the command was called, to be repeated. */
  command: string
  say: (line: string) => void
}

/**
 * Plans, walks and judges: the whole of a check, without its surroundings. When transitions did not pass, what is left is
 * planned again around them, until nothing more can be reached: one fault does not hide the others.
 */
export async function check(options: Check): Promise<CheckResult> {
  const { flows, target, defect } = options
  const began = Date.now()
  const walked = await walkAll(options)
  const partly = Boolean(options.transition?.length)
  const asked = flows.filter(({ id }) => !partly || walked.paths.some(({ flow }) => flow === id))
  const sources = sourcesOf(options.loaded)
  const { acceptances = [] } = target
  const today = dayOf(began)
  const judged = asked.map((flow) =>
    judgeFlow(flow, {
      ...walked,
      partly,
      unreachable: walked.unreachable.get(flow.id) ?? new Map(),
      command: options.command,
      source: sources.get(flow)?.own,
      isCovered: (edge, seen) => isCovered(acceptanceOf(acceptances, `${flow.id}/${edge}`), seen, today),
    }),
  )
  const accepted = judged.map((flow) => acceptDifferences(flow, acceptances, today))
  const results = asked.map((flow) =>
    completeFlow(
      flow,
      obligationsOf(flow, partly ? walked.paths : undefined),
      accepted.find(({ id }) => id === flow.id),
    ),
  )
  const { address, folder, workers, headed, say } = options
  const made = await makeChecks(
    options.checks,
    { target: address, folder, workers, headed },
    say,
    options.runAssignment,
  )
  const checks = made.map((one) => {
    const masked = {
      ...one,
      expected: one.expected.map(maskText),
      observed: one.observed.map(maskText),
      ...(one.url && { url: maskUrl(one.url) }),
      repeat: `${options.command} --check ${one.id}`,
    }
    return acceptClaims(masked, acceptances, today)
  })
  const stale = staleAcceptances(acceptances, { flows: results, checks }, today)
  // What only the walk needed to know is left behind.
  return checkResult.parse({
    target: { name: target.name, url: target.url, ...(defect && { defect: defect.id }) },
    date: new Date(began).toISOString(),
    took: (Date.now() - began) / 1000,
    provenance: options.provenance,
    plan: walked.plan,
    flows: results,
    notChecked: options.notChecked ?? [],
    checks,
    stale,
    summary: summarize(results, checks, stale),
  } satisfies CheckResult)
}

/** Ids of the transitions that must have an outcome: all of a flow, or those that the paths lead over. */
function obligationsOf(flow: Flow, paths?: PlannedPath[]): Set<string> {
  const moments = paths
    ?.filter((path) => path.flow === flow.id)
    .flatMap(({ given, events }) => walk(flow, given, events))
  return new Set((moments ? moments.flatMap(({ edge }) => edge ?? []) : edgesOf(flow)).map(({ id }) => id))
}
