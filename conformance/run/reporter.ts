import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { readAssignment } from './assignment.ts'

/** Names of the attachments in which a test hands over the outcomes of its path, or of its check. */
export const RESULT = 'path-run'
export const CHECKED = 'check-run'

/** Name of the file that holds what was handed over, in the assignment's folder. */
export const RESULTS_FILE = 'results.json'

/** Collects the outcomes of all paths and checks into one file, and tells how far the run is. */
export default class PathReporter implements Reporter {
  readonly #assignment = readAssignment()
  readonly #runs: unknown[] = []
  readonly #checked: unknown[] = []
  readonly #errors: string[] = []

  onTestEnd({ title }: TestCase, { attachments, errors, duration }: TestResult) {
    const handedOver = attachments.find(({ name }) => name === RESULT || name === CHECKED)?.body
    const [id = ''] = title.split(' ')
    const [run, missing] = this.#assignment.checks.includes(id)
      ? [
          this.#checked,
          { id, verdict: 'inconclusive', expected: [], observed: [], reason: errors[0]?.message },
        ]
      : [this.#runs, { path: id, outcomes: [], notBegun: errors[0]?.message }]
    run.push(handedOver ? JSON.parse(handedOver.toString()) : missing)
    const done = this.#runs.length + this.#checked.length
    const { paths, checks } = this.#assignment
    const mark = errors.length ? '✗' : '✓'
    console.log(`${mark} ${done}/${paths.length + checks.length} ${id} ${(duration / 1000).toFixed(1)} s`)
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
