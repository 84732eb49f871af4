import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from '../browser-install.ts'
import { defectOf } from '../defects/index.ts'
import { picturesOf } from '../report/pictures-of.ts'
import type { CheckResult } from '../report/result.ts'
import { checkReportsWritable, type ReportFiles } from '../report/write-reports.ts'
import { openTarget } from '../targets/open-target.ts'
import { check } from './check.ts'
import { findChecks, type WantedChecks, wantsFlows } from './find-checks.ts'
import { findFlows, flowsWithoutDriver } from './find-flows.ts'

export interface CheckOptions extends WantedChecks, ReportFiles {
  defect?: string
  workers: number
  headed: boolean
  maxSteps?: number
}

/**
 * Checks the bundled tenant, started for this purpose alone. Whatever can be wrong with the call is found out before.
 * @param say is told each line of progress
 * @throws CheckError when nothing could be checked
 */
export async function checkBundled(options: CheckOptions, say: (line: string) => void): Promise<CheckResult> {
  const defect = options.defect === undefined ? undefined : defectOf(options.defect)
  const flows = wantsFlows(options) ? findFlows(options.flow) : []
  const checks = findChecks(options)
  checkReportsWritable(options)
  ensureBrowser({ headed: options.headed })
  const left = options.flow?.length || flows.length === 0 ? [] : flowsWithoutDriver()
  if (left.length > 0) say(`Not checked, for there is no driver: ${left.map(({ id }) => id).join(', ')}`)
  const notChecked = left.map(({ id, title }) => ({ id, title, reason: 'There is no driver for it.' }))
  // Loaded only now, so that a mistake in the call is told at once.
  const { startBundled } = await import('../targets/start-bundled.ts')
  const bundled = await startBundled(defect)
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
  let result: CheckResult | undefined
  try {
    const address = { kind: 'bundled', url: bundled.url } as const
    result = await check({
      ...options,
      flows,
      checks,
      notChecked,
      address,
      target: openTarget(address),
      defect,
      command: `npx doorstep check${defect ? ` --defect ${defect.id}` : ''}`,
      folder,
      say,
    })
    return result
  } finally {
    await bundled.close()
    // Reports name pictures, so they stay.
    if (!result || picturesOf(result).length === 0) await rm(folder, { recursive: true, force: true })
  }
}
