import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { Assignment } from './assignment.ts'
import { addToRecord, beginRecord, readRecord } from './record.ts'
import { resuming } from './resume.ts'
import type { RunAssignment } from './run-assignment.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-record-'))
const head = { doorstep: '0.1.0', model: 'm', profile: 'p' }
const path = (id: string, ...events: string[]): PlannedPath => ({
  id,
  flow: 'log-in',
  given: 'activated',
  events,
})

/** Records what it does, as the process that walks would, and dies before the last path. */
const dying: RunAssignment = async ({ paths, checks = [], record = '' }) => {
  for (const one of paths.slice(0, -1))
    addToRecord(record, { path: one, run: { path: one.id, outcomes: [] } })
  for (const id of checks)
    addToRecord(record, { checked: { id, expected: [], observed: [], claims: [], verdict: 'passed' } })
  appendFileSync(record, '{"path":{"id":"lo')
  throw new Error('killed')
}

test('after a kill only what has no outcome is done, whatever its number by then', async () => {
  const file = join(folder, 'r.jsonl')
  beginRecord(file, head)
  const assignment = {
    paths: [path('log-in-1', 'a'), path('log-in-2', 'b'), path('log-in-3', 'c')],
    checks: ['LNK1'],
  }
  await expect(resuming(file, dying)(assignment as Assignment, () => {})).rejects.toThrow('killed')

  beginRecord(file, head)
  const said: string[] = []
  let asked: Assignment | undefined
  const rest: RunAssignment = async (left) => {
    asked = left
    return { runs: left.paths.map(({ id }) => ({ path: id, outcomes: [] })), checked: [] }
  }
  const again = {
    paths: [path('log-in-7', 'b'), path('log-in-8', 'c'), path('log-in-9', 'a')],
    checks: ['LNK1'],
  }
  const done = await resuming(file, rest)(again as Assignment, (line) => said.push(line))
  expect(asked?.paths.map(({ id }) => id)).toEqual(['log-in-8'])
  expect(asked?.checks).toEqual([])
  expect(done.runs.map((run) => run.path).sort()).toEqual(['log-in-7', 'log-in-8', 'log-in-9'])
  expect(done.checked.map(({ id }) => id)).toEqual(['LNK1'])
  expect(said).toEqual([`3 of 4 are in ${file} already`])

  // What is recorded after the cut is not lost with it.
  addToRecord(file, { path: path('log-in-8', 'c'), run: { path: 'log-in-8', outcomes: [] } })
  expect(readRecord(file).runOf(path('log-in-1', 'c'))).toEqual({ path: 'log-in-1', outcomes: [] })
})

test('nothing is begun where all has an outcome', async () => {
  const file = join(folder, 'all.jsonl')
  beginRecord(file, head)
  addToRecord(file, { path: path('x', 'a'), run: { path: 'x', outcomes: [] } })
  const never: RunAssignment = () => expect.unreachable()
  const done = await resuming(file, never)({ paths: [path('y', 'a')] } as Assignment, () => {})
  expect(done.runs).toEqual([{ path: 'y', outcomes: [] }])
})

test('the record of another run is refused in one sentence', () => {
  const file = join(folder, 'other.jsonl')
  beginRecord(file, head)
  expect(() => beginRecord(file, { ...head, code: 'changed' })).toThrow(/another run \(code differs\)/)
  expect(() => beginRecord(file, { ...head, model: 'n' })).toThrow(/another run \(model differs\): delete it/)
  const none = join(folder, 'none.jsonl')
  appendFileSync(none, '[]\n')
  expect(() => beginRecord(none, head)).toThrow(/is no record of a run/)
})
