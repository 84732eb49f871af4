import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { readAssignment } from './assignment.ts'

/** Name of the attachment in which a test hands over the outcomes of its path. */
export const RESULT = 'path-run'

/** Name of the file that holds what was handed over, in the assignment's folder. */
export const RESULTS_FILE = 'results.json'

/** Collects the outcomes of all paths into one file, and tells how far the run is. */
export default class PathReporter implements Reporter {
  readonly #runs: unknown[] = []
  readonly #errors: string[] = []
  readonly #total = readAssignment().paths.length

  onTestEnd({ title }: TestCase, { attachments, errors, duration }: TestResult) {
    const body = attachments.find(({ name }) => name === RESULT)?.body
    const [path = ''] = title.split(' ')
    this.#runs.push(body ? JSON.parse(body.toString()) : { path, outcomes: [], notBegun: errors[0]?.message })
    const mark = errors.length ? '✗' : '✓'
    console.log(`${mark} ${this.#runs.length}/${this.#total} ${path} ${(duration / 1000).toFixed(1)} s`)
  }

  onError({ message = '' }: TestError) {
    this.#errors.push(message)
  }

  onEnd() {
    const results = { runs: this.#runs, errors: this.#errors }
    writeFileSync(join(readAssignment().folder, RESULTS_FILE), JSON.stringify(results))
  }

  printsToStdio() {
    return true
  }
}
