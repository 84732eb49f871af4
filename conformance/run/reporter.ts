import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import type { Checked, PathRun } from '../report/result.ts'
import { readAssignment } from './assignment.ts'
import { cameIn, checkedOf, interruptedRunOf, runOf } from './hand-over.ts'
import { cameOfCheck, cameOfPath, progressLine, underWayLine } from './progress.ts'
import { addToRecord } from './record.ts'
import { handOver } from './results-file.ts'
import { TimeLeft } from './time-left.ts'

/** Milliseconds after which something that is still under way is named, again and again. */
const LONG = 60_000

/** Hands over what came of each path and check at once, and tells how far the run is. */
export default class PathReporter implements Reporter {
  readonly #assignment = readAssignment()
  readonly #parent = process.ppid
  readonly #left = new TimeLeft(this.#assignment)
  /** Path or check → what tells that it is under way. */
  readonly #underWay = new Map<string, NodeJS.Timeout>()
  #done = 0

  onTestBegin({ title }: TestCase) {
    const id = idIn(title)
    const began = Date.now()
    const tell = () => console.log(underWayLine(this.#counted(), id, Date.now() - began))
    this.#underWay.set(id, setInterval(tell, LONG).unref())
  }

  onTestEnd({ title }: TestCase, ended: TestResult) {
    const { paths, checks, folder, record } = this.#assignment
    const id = idIn(title)
    clearInterval(this.#underWay.get(id))
    const isCheck = checks.includes(id)
    // A path that was interrupted has the outcomes that it had by then, a check has none.
    if (ended.status === 'interrupted') {
      if (!isCheck) handOver(folder, { run: interruptedRunOf(id, ended) })
      return
    }
    const came: { run: PathRun } | { checked: Checked } = isCheck
      ? { checked: checkedOf(id, ended) }
      : { run: runOf(id, ended) }
    handOver(folder, came)
    // What ends after the command did says nothing: the target may have ended with it.
    if (record && ended.status !== 'skipped' && process.ppid === this.#parent) {
      const path = paths.find((one) => one.id === id)
      if ('checked' in came) addToRecord(record, came)
      else if (path && !came.run.notBegun) addToRecord(record, { path, ...came })
    }
    this.#done += 1
    this.#left.took(id, ended.duration)
    const said = cameIn(ended) ?? ('run' in came ? cameOfPath(came.run) : cameOfCheck(came.checked))
    console.log(progressLine(said, this.#counted(), id, ended.duration, this.#left.inWords()))
  }

  /** How many are done, of all. */
  #counted(): string {
    const { paths, checks } = this.#assignment
    return `${this.#done}/${paths.length + checks.length}`
  }

  onError({ message = '' }: TestError) {
    handOver(this.#assignment.folder, { error: message })
  }

  printsToStdio() {
    return true
  }
}

const idIn = (title: string): string => title.split(' ')[0] ?? ''
