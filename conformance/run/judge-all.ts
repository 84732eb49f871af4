import { edgesOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import type { Check as BlackBoxCheck } from '../checks/check.ts'
import type { LoadedPack } from '../packs/load-pack.ts'
import { sourcesOf } from '../packs/source/pack-source.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { acceptClaims } from '../report/accept-claims.ts'
import { acceptDifferences } from '../report/accept-differences.ts'
import { type Acceptance, acceptanceOf, dayOf, isCovered } from '../report/acceptance.ts'
import { completeFlow } from '../report/complete.ts'
import { judgeFlow } from '../report/judge-flow.ts'
import { type Checked, type CheckResult, checkResult } from '../report/result.ts'
import { staleAcceptances } from '../report/stale-acceptances.ts'
import { summarize } from '../report/summarize.ts'
import { judgeChecks } from './make-checks.ts'
import { maskText, maskUrl } from './mask-url.ts'
import type { WalkedAll } from './walk-all.ts'

/** All that a result is made of: what was asked, and what came of it. */
export interface Made extends Pick<CheckResult, 'target' | 'took' | 'provenance' | 'notChecked' | 'shard'> {
  flows: readonly Flow[]
  loaded: readonly LoadedPack[]
  checks: readonly BlackBoxCheck[]
  acceptances: readonly Acceptance[]
  command: string
  /** Milliseconds since 1970. */
  began: number
  /** Only what the paths lead over was asked for. */
  partly: boolean
  walked: WalkedAll
  checked: readonly Checked[]
  /** Where the documentation has each step, by the step's id. */
  documented?: ReadonlyMap<string, string> | undefined
}

/** The verdicts on all that was walked and checked. */
export function judgeAll(made: Made): CheckResult {
  const { flows, walked, partly, acceptances, command, target, took, provenance, notChecked, shard } = made
  const today = dayOf(made.began)
  const asked = flows.filter(({ id }) => !partly || walked.paths.some(({ flow }) => flow === id))
  const sources = sourcesOf(made.loaded)
  const results = asked.map((flow) => {
    const judged = judgeFlow(flow, {
      ...walked,
      partly,
      unreachable: walked.unreachable.get(flow.id) ?? new Map(),
      command,
      source: sources.get(flow)?.own,
      documented: made.documented,
      isCovered: (edge, seen) => isCovered(acceptanceOf(acceptances, `${flow.id}/${edge}`), seen, today),
    })
    const accepted = acceptDifferences(judged, acceptances, today)
    return completeFlow(flow, obligationsOf(flow, partly ? walked.paths : undefined), accepted)
  })
  const checks = judgeChecks(made.checks, made.checked).map((one) => {
    const masked = {
      ...one,
      expected: one.expected.map(maskText),
      observed: one.observed.map(maskText),
      ...(one.url && { url: maskUrl(one.url) }),
      repeat: `${command} --check ${one.id}`,
    }
    return acceptClaims(masked, acceptances, today)
  })
  // What passes in one shard may fail in another: only the whole says what is not needed.
  const stale = shard ? [] : staleAcceptances(acceptances, { flows: results, checks }, today)
  // What only the walk needed to know is left behind.
  return checkResult.parse({
    target,
    date: new Date(made.began).toISOString(),
    took,
    provenance,
    plan: walked.plan,
    flows: results,
    notChecked,
    checks,
    stale,
    ...(shard && { shard }),
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
