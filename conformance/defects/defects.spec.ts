import { expect, test } from '@playwright/test'
import { defects } from './index.ts'
import { judgeDefect } from './judge-defect.ts'
import { callFor, runCheck } from './run-check.ts'

/** A busy machine is no failure. */
const TIMEOUT = 900_000

/** What the tests have time for; `npx doorstep check` makes the whole, `npm run kill-matrix` seeds every defect. */
const representative = ['activate-account', 'log-in', 'configure-sso-oidc']

test('the sound tenant is accused of nothing', async () => {
  test.setTimeout(TIMEOUT)
  const { status, verdicts } = await runCheck(representative.flatMap((flow) => ['--flow', flow]))
  expect(verdicts.length).toBeGreaterThan(0)
  expect(verdicts.filter(({ verdict }) => verdict !== 'passed')).toEqual([])
  expect(status).toBe(0)
})

for (const defect of defects.filter(({ inTests }) => inTests))
  test(`${defect.id}: ${defect.title}`, async () => {
    test.setTimeout(TIMEOUT)
    const made = await runCheck(callFor(defect))
    expect(judgeDefect(made, defect.fails)).toEqual({
      caught: defect.fails,
      missed: [],
      accused: [],
      open: [],
    })
    expect(made.status).toBe(1)
  })
