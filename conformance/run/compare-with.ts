import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { CheckError } from '../errors.ts'
import { checkWritable } from '../report/check-writable.ts'
import { baselineOf, readBaseline } from '../report/compare/baseline.ts'
import { compare } from '../report/compare/compare.ts'
import { failingOf } from '../report/compare/failing.ts'
import { readResult } from '../report/read-result.ts'
import type { CheckResult } from '../report/result.ts'
import { type WantedChecks, wantsEverything } from './find-checks.ts'

/** What a result is compared with. */
export interface ComparedWith {
  /** File of what is known to fail. */
  baseline?: string
  /** Whether that file is written anew, with what fails now. */
  updateBaseline?: boolean
  /** File of an earlier result. */
  against?: string
}

/**
 * Reads what a result is to be compared with, before the run, and answers how it is done after it.
 * @throws CheckError `baseline-unreadable`, `result-unreadable`, `report-unwritable`, `bad-option`
 */
export function comparing(
  options: ComparedWith & WantedChecks,
): (result: CheckResult) => Promise<CheckResult> {
  const { baseline, updateBaseline = false, against } = options
  if (updateBaseline && !baseline)
    throw new CheckError('bad-option', 'Which baseline? Name its file: --baseline FILE --update-baseline.')
  if (baseline && updateBaseline) checkWritable(baseline)
  const isNew = updateBaseline && baseline !== undefined && !existsSync(baseline)
  const before = baseline && !isNew ? readBaseline(baseline) : []
  const earlier = against === undefined ? undefined : readResult(against)
  return async (result) => {
    const written = baselineOf(result, wantsEverything(options) ? [] : before)
    if (baseline && updateBaseline) await writeFile(baseline, written)
    const known = baseline && updateBaseline ? failingOf(result) : before
    return {
      ...result,
      ...(baseline && { baseline: { file: baseline, ...compare(known, result) } }),
      ...(against !== undefined &&
        earlier && {
          against: { file: against, date: earlier.date, ...compare(failingOf(earlier), result) },
        }),
    }
  }
}
