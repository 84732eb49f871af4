import { expect, test } from 'vitest'
import type { Checked } from '../report/result.ts'
import type { Assignment } from './assignment.ts'
import { closeWithin } from './close-within.ts'
import { INTERRUPTED, interruptible } from './interruption.ts'
import type { RunAssignment } from './run-assignment.ts'

const assignment = { paths: [{ id: 'a' }, { id: 'b' }], checks: ['X1', 'X2'] } as unknown as Assignment
const made: Checked = { id: 'X1', verdict: 'passed', expected: [], observed: [], claims: [] }

test('what has no outcome when somebody interrupts says so, and nothing more is begun', async () => {
  const controller = new AbortController()
  let begun = 0
  const run: RunAssignment = async () => {
    begun++
    controller.abort(new Error('The time is over.'))
    return { runs: [{ path: 'a', outcomes: [] }], checked: [made] }
  }
  const own = interruptible(run, controller.signal)
  const done = await own(assignment, () => {})
  expect(done.runs).toEqual([
    { path: 'a', outcomes: [] },
    { path: 'b', outcomes: [], stopped: 'The time is over.' },
  ])
  expect(done.checked).toMatchObject([
    made,
    { id: 'X2', verdict: 'inconclusive', reason: 'The time is over.' },
  ])
  await own(assignment, () => {})
  expect(begun).toBe(1)
})

test('a failure to close becomes a note, and costs nothing', async () => {
  const said: string[] = []
  const close = async () => {
    throw new Error('the port is gone')
  }
  await closeWithin('The portal', close, (line) => said.push(line))
  await closeWithin(
    'The portal',
    () => new Promise(() => {}),
    (line) => said.push(line),
    0.01,
  )
  expect(said).toEqual([
    'Note: The portal could not be closed: the port is gone',
    'Note: The portal could not be closed: it has not ended after 0.01 s',
  ])
})

test('what was ended before it handed anything over is nobody’s fault', async () => {
  const controller = new AbortController()
  const reason = 'X1 handed over no outcome: the browser was closed'
  const run: RunAssignment = async (_assignment, say) => {
    say(`‼ 1/4 b 0.1 s  ${reason}`)
    controller.abort(new Error(INTERRUPTED))
    say(`‼ 2/4 X1 0.1 s  ${reason}`)
    return {
      runs: [
        { path: 'a', outcomes: [], fault: { reason: 'The path a handed over no outcome', stack: '' } },
        { path: 'b', outcomes: [], fault: { reason: 'found is undefined', stack: '' } },
      ],
      checked: [{ ...made, verdict: 'harness-error', reason, stack: '' }],
    }
  }
  const said: string[] = []
  const own = interruptible(run, controller.signal)
  const { runs, checked } = await own(assignment, (line) => said.push(line))
  expect(said).toEqual([`‼ 1/4 b 0.1 s  ${reason}`])
  expect(runs).toMatchObject([{ stopped: INTERRUPTED }, { fault: { reason: 'found is undefined' } }])
  expect(checked.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'inconclusive'])
})
