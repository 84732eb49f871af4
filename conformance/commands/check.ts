import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createColors } from 'picocolors'
import { ensureBrowser } from '../browser-install.ts'
import { defectOf } from '../defects/index.ts'
import { checkWritable, writeJson } from '../report/json.ts'
import type { CheckResult } from '../report/result.ts'
import { renderTerminal } from '../report/terminal.ts'
import { exitCodes } from '../report/verdicts.ts'
import { check } from '../run/check.ts'
import { findFlows } from '../run/find-flows.ts'
import { openTarget } from '../targets/open-target.ts'
import { startBundled } from '../targets/start-bundled.ts'

export interface CheckOptions {
  flow?: string[]
  transition?: string[]
  json?: string
  defect?: string
  workers: number
  headed: boolean
  maxSteps?: number
}

/**
 * Checks the bundled tenant and prints what came out.
 * @returns the exit code: 0 conforms, 1 does not, 2 cannot be told
 * @throws CheckError when nothing could be checked
 */
export async function runCheck(options: CheckOptions): Promise<number> {
  const defect = options.defect === undefined ? undefined : defectOf(options.defect)
  const flows = findFlows(options.flow)
  if (options.json) checkWritable(options.json)
  ensureBrowser({ headed: options.headed })
  const bundled = await startBundled(defect)
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
  let result: CheckResult | undefined
  try {
    result = await check({
      ...options,
      flows,
      address: { kind: 'bundled', url: bundled.url },
      target: openTarget({ kind: 'bundled', url: bundled.url }),
      defect,
      folder,
      say: (line) => console.error(line),
    })
  } finally {
    await bundled.close()
    // Pictures of what failed are named in the report, so they stay.
    if (result?.summary.conforms === 'yes') await rm(folder, { recursive: true, force: true })
  }
  if (options.json) await writeJson(options.json, result)
  console.log(`\n${renderTerminal(result, createColors())}`)
  return exitCodes[result.summary.conforms]
}
