import { parentPort, workerData } from 'node:worker_threads'
import type { Entry, Result } from './contest.ts'
import { contestants } from './contestants.ts'
import { measure } from './measure.ts'
import { score, sum } from './score.ts'
import { subjects } from './subjects.ts'

const { contestant, subject } = workerData as Entry
const who = contestants[contestant]
const models = subjects[subject]?.() ?? []
if (who) {
  const scores = sum(models.map((model) => score(model, who.run(model))))
  const time = measure(() => models.map((model) => who.run(model)))
  const ready = who.given && models.map(who.given)
  const result: Result = { ...scores, time, given: ready && measure(() => ready.map((run) => run())) }
  parentPort?.postMessage(result)
}
