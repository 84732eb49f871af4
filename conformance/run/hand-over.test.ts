import { expect, test } from 'vitest'
import { CHECKED, checkedOf, RESULT, runOf } from './hand-over.ts'

const attached = (name: string, body: unknown) => [
  { name, contentType: 'application/json', body: Buffer.from(JSON.stringify(body)) },
]
const crash = { message: 'worker process exited unexpectedly\nmore', stack: 'Error: worker process exited' }

test('what a test hands over is its outcome', () => {
  const run = { path: 'f-1', outcomes: [] }
  const made = { id: 'LNK1', verdict: 'passed', expected: ['it'], observed: [] }
  expect(runOf('f-1', { attachments: attached(RESULT, run), errors: [], status: 'passed' })).toEqual(run)
  expect(checkedOf('LNK1', { attachments: attached(CHECKED, made), errors: [], status: 'passed' })).toEqual(
    made,
  )
})

test('a test that hands over nothing is a fault of Doorstep, and says which', () => {
  const ended = { attachments: [], errors: [crash], status: 'failed' } as const
  expect(runOf('f-1', { ...ended, attachments: [], errors: [crash] }).fault).toEqual({
    reason: 'The path f-1 handed over no outcome: worker process exited unexpectedly',
    stack: crash.stack,
  })
  expect(checkedOf('LNK1', { ...ended, attachments: [], errors: [crash] })).toMatchObject({
    verdict: 'harness-error',
    reason: expect.stringContaining('LNK1 handed over no outcome: worker process exited'),
  })
})

test('unless its time was over, which proves nothing', () => {
  const ended = { attachments: [], errors: [], status: 'timedOut' as const }
  expect(runOf('f-1', ended)).toEqual({ path: 'f-1', outcomes: [], timedOut: true })
  expect(checkedOf('LNK1', ended).verdict).toBe('inconclusive')
})
