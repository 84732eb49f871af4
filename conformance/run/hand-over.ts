import type { TestResult } from '@playwright/test/reporter'
import { harnessError, NO_OUTCOME } from '../report/harness-fault.ts'
import type { Checked, PathRun } from '../report/result.ts'
import { INTERRUPTED } from './interruption.ts'
import type { Came } from './progress.ts'

/** Names of the attachments in which a test hands over the outcomes of its path, or of its check. */
export const RESULT = 'path-run'
export const CHECKED = 'check-run'
/** Of the one in which it says what its line of progress says: only the test knows what the profile accepts. */
export const CAME = 'came'

type Ended = Pick<TestResult, 'attachments' | 'errors' | 'status'>

const handedOver = ({ attachments }: Ended): unknown => {
  const body = attachments.find(({ name }) => name === RESULT || name === CHECKED)?.body
  return body && JSON.parse(body.toString())
}

/** What a test says of itself for its line of progress. */
export function cameIn({ attachments }: Ended): Came | undefined {
  const body = attachments.find(({ name }) => name === CAME)?.body
  return body && (JSON.parse(body.toString()) as Came)
}

/** What a path had come to when somebody interrupted the run: nothing beyond it is anybody's fault. */
export function interruptedRunOf(path: string, ended: Ended): PathRun {
  const { outcomes = [] } = (handedOver(ended) ?? {}) as Partial<PathRun>
  // The step that was under way saw its browser close.
  const certain = outcomes.filter(({ verdict }) => verdict !== 'inconclusive')
  return { path, outcomes: certain, stopped: INTERRUPTED }
}

/** What a test hands over of its path; where it hands over nothing, Doorstep is at fault, unless the time was over. */
export function runOf(path: string, ended: Ended): PathRun {
  const run = handedOver(ended) as PathRun | undefined
  const timedOut = ended.status === 'timedOut' && ({ timedOut: true } as const)
  if (run) return { ...run, ...timedOut }
  return { path, outcomes: [], ...(timedOut || { fault: faultOf(`The path ${path}`, ended) }) }
}

/** What a test hands over of its check, likewise. */
export function checkedOf(id: string, ended: Ended): Checked {
  const made = handedOver(ended) as Checked | undefined
  if (made) return made
  const nothing = { id, expected: [], observed: [], claims: [] }
  if (ended.status === 'timedOut')
    return { ...nothing, verdict: 'inconclusive', reason: 'It was not done in the time it may take.' }
  const { reason, stack } = faultOf(id, ended)
  return { ...nothing, ...harnessError(reason, stack) }
}

function faultOf(name: string, { errors }: Ended) {
  const [{ message = '', stack = message } = {}] = errors
  const [line = ''] = message.split('\n')
  return { reason: `${name} ${NO_OUTCOME}${line && `: ${line}`}`, stack }
}
