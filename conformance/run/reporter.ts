import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import type { Checked, PathRun } from '../report/result.ts'
import { readAssignment } from './assignment.ts'
import { checkedOf, interruptedRunOf, runOf } from './hand-over.ts'
import { addToRecord } from './record.ts'

/** Name of the file that holds what was handed over, in the assignment's folder. */
export const RESULTS_FILE = 'results.json'

/** Collects the outcomes of all paths and checks into one file, and tells how far the run is. */
export default class PathReporter implements Reporter {
  readonly #assignment = readAssignment()
  readonly #runs: PathRun[] = []
  readonly #checked: Checked[] = []
  readonly #errors: string[] = []
  readonly #parent = process.ppid

  onTestEnd({ title }: TestCase, ended: TestResult) {
    const { errors, duration } = ended
    const [id = ''] = title.split(' ')
    // A path that was interrupted has the outcomes that it had by then, a check has none.
    if (ended.status === 'interrupted') {
      if (!this.#assignment.checks.includes(id)) this.#runs.push(interruptedRunOf(id, ended))
      return
    }
    if (this.#assignment.checks.includes(id)) this.#checked.push(checkedOf(id, ended))
    else this.#runs.push(runOf(id, ended))
    this.#record(id, ended)
    const done = this.#runs.length + this.#checked.length
    const { paths, checks } = this.#assignment
    const mark = errors.length ? '✗' : '✓'
    console.log(`${mark} ${done}/${paths.length + checks.length} ${id} ${(duration / 1000).toFixed(1)} s`)
  }

  /**
   * What was interrupted or could not begin has no outcome; nor has what ends after the command did, for the target may have ended
   * with it.
   */
  #record(id: string, { status }: TestResult) {
    const { record, paths } = this.#assignment
    if (!record || status === 'interrupted' || status === 'skipped' || process.ppid !== this.#parent) return
    const path = paths.find((one) => one.id === id)
    const [run, checked] = [this.#runs.at(-1), this.#checked.at(-1)]
    if (path && run?.notBegun) return
    if (path && run) addToRecord(record, { path, run })
    else if (checked) addToRecord(record, { checked })
  }

  onError({ message = '' }: TestError) {
    this.#errors.push(message)
  }

  onEnd() {
    const results = { runs: this.#runs, checked: this.#checked, errors: this.#errors }
    writeFileSync(join(this.#assignment.folder, RESULTS_FILE), JSON.stringify(results))
  }

  printsToStdio() {
    return true
  }
}
