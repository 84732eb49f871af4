import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkIn } from '../check-in.ts'

const beacon = fileURLToPath(new URL('./doorstep.config.ts', import.meta.url))

test('an app on better-auth is walked through its profile: invitation, and single sign-on', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-better-auth-'))
  const wanted = ['--flow', 'activate-account', '--flow', 'log-in-sso']
  const { status, result } = await checkIn(folder, '--config', beacon, '--workers', '2', ...wanted)
  const { flows, summary } = result()
  const [invitation, sso] = flows
  rmSync(folder, { recursive: true })

  const verdicts = (flow = invitation) =>
    Object.fromEntries(
      [...(flow?.steps ?? []), ...(flow?.sentences ?? [])].map(({ id, verdict }) => [id, verdict]),
    )
  expect(verdicts(invitation)).toEqual({
    'activate-account.1': 'passed',
    'activate-account.2': 'passed',
    'activate-account.3': 'passed',
    'activate-account.4': 'passed',
    'two-days': 'not-testable',
    'new-link': 'not-testable',
    'then-log-in': 'passed',
  })
  expect(verdicts(sso)).toEqual({
    'log-in-sso.1': 'passed',
    'log-in-sso.2': 'passed',
    'log-in-sso.3': 'passed',
    'added-to-both': 'passed',
  })
  // Everything apart from the steps, too: only what needs a clock has no verdict.
  expect(summary.transitions).toEqual({ passed: 31, 'not-testable': 8 })
  expect(status).toBe(0)
})
