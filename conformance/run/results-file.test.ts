import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { PathRun } from '../report/result.ts'
import { handOver, takeHandedOver } from './results-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-results-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run: PathRun = { path: 'log-in-1', outcomes: [] }

test('what was handed over before the process was killed counts, and no longer the next time', () => {
  handOver(folder, { run })
  handOver(folder, { error: 'no browser' })
  const [file = ''] = readdirSync(folder)
  appendFileSync(join(folder, file), '{"run":{"path":"log-')
  expect(takeHandedOver(folder)).toEqual({ runs: [run], checked: [], errors: ['no browser'] })
  expect(takeHandedOver(folder)).toEqual({ runs: [], checked: [], errors: [] })
})
