import { expect, test } from '@playwright/test'
import { defects } from './index.ts'
import { judgeDefect } from './judge-defect.ts'
import { callFor, runCheck } from './run-check.ts'

/** A busy machine is no failure. */
const TIMEOUT = 900_000

test('the sound tenant is accused of nothing by any flow', async () => {
  test.setTimeout(TIMEOUT)
  const { status, verdicts } = await runCheck(['--no-checks'], 2)
  const { accused, open } = judgeDefect({ verdicts }, { fails: [] })
  expect(verdicts.length).toBeGreaterThan(0)
  expect({ accused, open }).toEqual({ accused: [], open: [] })
  expect(status).toBe(0)
})

test('the sound tenant is accused of nothing by any flow or check', { tag: '@long' }, async () => {
  test.setTimeout(4 * TIMEOUT)
  const { status, verdicts } = await runCheck([])
  expect(verdicts.length).toBeGreaterThan(0)
  const { accused, open } = judgeDefect({ verdicts }, { fails: [] })
  expect(accused).toEqual([])
  expect(open.filter(({ verdict }) => verdict !== 'not-testable')).toEqual([])
  expect(status).toBe(0)
})

for (const defect of defects)
  test(`${defect.id}: ${defect.title}`, { tag: defect.inTests ? [] : '@long' }, async () => {
    test.setTimeout(TIMEOUT)
    const made = await runCheck(callFor(defect))
    expect(judgeDefect(made, defect)).toEqual({
      caught: [...defect.fails, ...(defect.unproven ?? [])],
      missed: [],
      accused: [],
      open: [],
    })
    expect(made.status).toBe(1)
  })
