import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBrowser } from '../browser-install.ts'
import { checksFor } from '../checks/index.ts'
import { defectOf } from '../defects/index.ts'
import { CheckError } from '../errors.ts'
import { flowsIn } from '../packs/pack-of.ts'
import type { Depth } from '../plan/index.ts'
import { checkWritable } from '../report/check-writable.ts'
import { picturesOf } from '../report/pictures-of.ts'
import type { CheckResult } from '../report/result.ts'
import { checkReportsWritable, type ReportFiles } from '../report/write-reports.ts'
import { openTarget } from '../targets/open-target.ts'
import { acceptancesOf } from '../targets/profile/accepted.ts'
import { isShared } from '../targets/profile/is-shared.ts'
import { loadProfile } from '../targets/profile/load.ts'
import { bundledProfile, OWN_PROFILE } from '../targets/profile/profile-files.ts'
import { type StartedDeployment, startDeployment } from '../targets/profile/start.ts'
import { adviceOn } from '../targets/unreachable.ts'
import { proveAcceptedChecks, proveLeftOut } from './accepted-checks.ts'
import { check } from './check.ts'
import { closeWithin } from './close-within.ts'
import { documentedAt } from './documented-at.ts'
import { findChecks, type WantedChecks, wantsFlows } from './find-checks.ts'
import { findFlows, flowsOf } from './find-flows.ts'
import { codeHash } from './hashes.ts'
import { interruptible, whyEnded } from './interruption.ts'
import { provenanceAfter, provenanceOf } from './provenance-of.ts'
import { beginRecord } from './record.ts'
import { resuming } from './resume.ts'
import { runAssignment } from './run-assignment.ts'
import { sayWhile } from './say-while.ts'
import type { Shard } from './shard.ts'

export interface CheckOptions extends WantedChecks, ReportFiles {
  /** File of the profile. Without it {@link OWN_PROFILE} where the command is called, else the bundled tenant's. */
  config?: string
  /** Folders of packs that take the place of the profile's. */
  pack?: string[]
  /** Files and folders of the documentation, for the lines that a report names. Default: the pages of the packs. */
  docs?: string[]
  defect?: string
  workers: number
  headed: boolean
  maxSteps?: number
  depth?: Depth
  /** Only this share of the paths and checks. */
  shard?: Shard
  /** File that records what came of each path and check, and has what need not be done again. */
  resume?: string
  written?: boolean
}

/**
 * Checks the deployment that a profile describes. Whatever can be wrong with the call or the profile is found out before anything
 * is started.
 * @param say prints a line of progress
 * @param signal interrupts it: what has no outcome by then is `inconclusive`
 * @throws CheckError when nothing could be checked
 */
export async function checkDeployment(
  options: CheckOptions,
  say: (line: string) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<CheckResult> {
  const defect = options.defect === undefined ? undefined : defectOf(options.defect)
  const config = profileFor(options)
  const named = Boolean(options.flow?.length)
  checkReportsWritable(options)
  if (options.resume) checkWritable(options.resume)
  if (options.shard && !options.json)
    throw new CheckError('bad-option', 'A shard is merged by its result: call it with --json FILE, too.')
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
  let result: CheckResult | undefined
  try {
    const profile = await loadProfile(config ?? bundledProfile, folder, options.pack)
    const acceptances = acceptancesOf(flowsIn(profile.packs), profile.deployment.accept ?? {})
    proveAcceptedChecks(acceptances, checksFor(profile.packs), profile.file)
    proveLeftOut(profile.deployment.leaveOut, checksFor(profile.packs), profile.file)
    const documented = documentedAt(profile.loaded, options.docs)
    const checks = findChecks(profile.packs, options)
    const wanted = wantsFlows(options) ? findFlows(profile.packs, options.flow) : []
    const { flows, left } = flowsOf(profile.deployment, wanted, named)
    if (config) say(`${profile.deployment.name}, as ${config} says`)
    for (const { id, reason } of left) say(`Not checked: ${id}. ${reason}`)
    const browser = ensureBrowser({ headed: options.headed })
    const starting = startDeployment(profile, folder, defect?.id)
    const { address, close } = await startUnless(
      signal,
      sayWhile(starting, profile.deployment.name, say),
      say,
    )
    const at = options.pack ? { ...address, packs: options.pack.map((pack) => resolve(pack)) } : address
    try {
      const { url, data } = address
      if (flows.length === 0) await sayIfDead(url, say)
      const provenance = await provenanceOf({
        profile,
        config,
        browser,
        url,
        data,
        depth: options.depth,
        say,
      })
      const { doorstep, model } = provenance
      const run = interruptible(runAssignment, signal)
      if (options.resume)
        beginRecord(options.resume, {
          doorstep,
          code: codeHash(),
          model,
          profile: provenance.profile.hash,
          defect: defect?.id,
        })
      const made = await check({
        ...options,
        ...(isShared(profile.deployment) && { workers: 1 }),
        provenance,
        runAssignment: options.resume ? resuming(resolve(options.resume), run) : run,
        flows,
        loaded: profile.loaded,
        documented,
        checks,
        notChecked: left,
        address: at,
        target: await openTarget(at),
        defect,
        command: commandFor(options),
        folder,
        say,
      })
      result = { ...made, provenance: provenanceAfter(provenance, profile, say) }
      return result
    } finally {
      await closeWithin(profile.deployment.name, close, say)
    }
  } finally {
    // Reports name pictures, so they stay.
    if (!result || picturesOf(result).length === 0) await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds that an answer may take. */
const ANSWERS = 10_000

/** Where nothing is walked, nothing would tell that the address is dead. */
async function sayIfDead(url: string, say: (line: string) => void) {
  await fetch(url, { signal: AbortSignal.timeout(ANSWERS) }).catch((error: unknown) =>
    say(`${url} does not answer: ${adviceOn(error)}.`),
  )
}

/** Waits for a deployment that begins; where it is interrupted before, it is closed as soon as it has begun. */
async function startUnless(
  signal: AbortSignal,
  starting: Promise<StartedDeployment>,
  say: (line: string) => void,
): Promise<StartedDeployment> {
  const interrupted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const started = await Promise.race([starting, interrupted])
  if (started && !signal.aborted) return started
  await closeWithin('The deployment', async () => (await starting).close(), say)
  throw new CheckError('interrupted', `${whyEnded(signal)} Nothing was walked.`)
}

/** The profile that is asked for; none is the bundled tenant's. */
function profileFor({ config, defect }: CheckOptions): string | undefined {
  if (defect === undefined) return config ?? (existsSync(OWN_PROFILE) ? OWN_PROFILE : undefined)
  if (config === undefined) return undefined
  throw new CheckError(
    'bad-option',
    'A defect is seeded in the bundled tenant only: leave out --config, or --defect.',
  )
}

function commandFor({ config, defect, depth, written, pack = [] }: CheckOptions): string {
  return [
    'npx doorstep check',
    ...(config ? [`--config ${config}`] : []),
    ...pack.map((folder) => `--pack ${folder}`),
    ...(defect ? [`--defect ${defect}`] : []),
    ...(depth && depth !== 'transitions' ? [`--depth ${depth}`] : []),
    ...(written ? ['--written'] : []),
  ].join(' ')
}
