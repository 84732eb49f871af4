import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checksFor } from '../checks/index.ts'
import { CheckError } from '../errors.ts'
import { flowsIn } from '../packs/pack-of.ts'
import type { CheckResult } from '../report/result.ts'
import type { ShardResult } from '../report/shard-result.ts'
import { acceptancesOf } from '../targets/profile/accepted.ts'
import { loadProfile, type Profile } from '../targets/profile/load.ts'
import { bundledProfile } from '../targets/profile/profile-files.ts'
import { documentedAt } from './documented-at.ts'
import { modelHash } from './hashes.ts'
import { judgeAll } from './judge-all.ts'

type Part = CheckResult & { shard: ShardResult }

/**
 * Judges what the shards of a run have brought, as one run would. The profile and its packs are read again; the target is not asked.
 * @param docs files and folders of the documentation, for the lines that a report names
 * @throws CheckError `shards-differ` when they are not all of one run
 */
export async function mergeResults(
  results: readonly CheckResult[],
  docs?: readonly string[],
): Promise<CheckResult> {
  const parts = partsOf(results)
  const [first] = parts
  const { file = bundledProfile } = first.provenance.profile
  const cache = join(tmpdir(), `doorstep-merge-${process.pid}`)
  const profile = await loadProfile(file, cache, first.shard.asked.packs)
  if (modelHash(profile.loaded) !== first.provenance.model)
    throw differ('the packs have changed since: merge with those that the shards were run with.')
  return mergeParts(parts, profile, documentedAt(profile.loaded, docs))
}

/** The same, with the profile at hand. */
export function mergeParts(
  results: readonly CheckResult[],
  { packs, loaded, deployment }: Pick<Profile, 'packs' | 'loaded' | 'deployment'>,
  documented?: ReadonlyMap<string, string>,
): CheckResult {
  const parts = partsOf(results)
  const [{ target, provenance, plan, notChecked, shard }] = parts
  const { asked } = shard
  const flows = flowsIn(packs).filter(({ id }) => asked.flows.includes(id))
  const checks = checksFor(packs).filter(({ id }) => asked.checks.includes(id))
  const sum = (key: 'paths' | 'steps') => parts.reduce((all, part) => all + part.plan[key], 0)
  return judgeAll({
    target,
    provenance: parts.find((part) => part.provenance.changed)?.provenance ?? provenance,
    notChecked,
    flows,
    loaded,
    documented,
    checks,
    command: asked.command,
    partly: asked.partly,
    acceptances: acceptancesOf(flowsIn(packs), deployment.accept ?? {}),
    began: Math.min(...parts.map(({ date }) => Date.parse(date))),
    took: Math.max(...parts.map(({ took }) => took)),
    checked: parts.flatMap((part) => part.shard.checked),
    walked: {
      // Shards number what they plan later alike.
      paths: parts.flatMap((part) =>
        part.shard.paths.map((path) => ({ ...path, id: numbered(path.id, part) })),
      ),
      runs: parts.flatMap((part) =>
        part.shard.runs.map((run) => ({ ...run, path: numbered(run.path, part) })),
      ),
      unreachable: new Map(
        Object.entries(shard.unreachable).map(([flow, why]) => [flow, new Map(Object.entries(why))]),
      ),
      plan: { ...plan, paths: sum('paths'), steps: sum('steps') },
    },
  })
}

const numbered = (id: string, { shard: { index } }: Part) => `${id} (shard ${index})`

/** The shards in their order. @throws CheckError `shards-differ` */
function partsOf(results: readonly CheckResult[]): [Part, ...Part[]] {
  const parts = results.map((result): Part => {
    if (result.shard) return { ...result, shard: result.shard }
    throw differ('one of them is whole: it was made without --shard.')
  })
  const [first, ...others] = parts.toSorted((a, b) => a.shard.index - b.shard.index)
  if (!first) throw differ('there are none.')
  const originOf = ({ provenance, target, shard }: Part) =>
    JSON.stringify([
      provenance.doorstep,
      provenance.model,
      provenance.profile.hash,
      provenance.depth,
      target.defect,
      shard.of,
      shard.asked,
    ])
  if (others.some((part) => originOf(part) !== originOf(first)))
    throw differ('versions, model, profile, depth and what is asked for must be the same.')
  const all = [first, ...others].map(({ shard }) => shard.index)
  const missing = Array.from({ length: first.shard.of }, (_, n) => n + 1).filter((n) => !all.includes(n))
  if (missing.length > 0) throw differ(`shard ${missing.join(', ')} of ${first.shard.of} is missing.`)
  if (all.length > first.shard.of) throw differ('one of them is named twice.')
  return [first, ...others]
}

const differ = (why: string) => new CheckError('shards-differ', `These are not the shards of one run: ${why}`)
