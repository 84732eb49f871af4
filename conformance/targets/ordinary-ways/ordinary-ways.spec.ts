import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkIn } from '../check-in.ts'

const profile = fileURLToPath(new URL('./doorstep.config.ts', import.meta.url))

test('a product with ordinary ways of its own conforms, and each difference is said once', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-ways-'))
  const { status, result, stderr } = await checkIn(folder, '--workers', '1', '--config', profile)
  const { flows } = result()
  const ids = (verdict: string) =>
    flows.flatMap(({ id, transitions }) =>
      transitions.flatMap((one) => (one.verdict === verdict ? `${id}/${one.id}` : [])),
    )
  const findings = flows.flatMap(({ transitions }) =>
    transitions.filter(({ verdict }) => verdict === 'failed' || verdict === 'inconclusive'),
  )
  expect(findings, stderr).toEqual([])
  expect(ids('accepted').sort()).toEqual([
    'activate-account/changePassword.ready/reset-password',
    'log-in/password/password.right[0]',
  ])
  const steps = flows.flatMap(({ steps }) => steps.map(({ id, verdict }) => `${id} ${verdict}`))
  expect(steps).toEqual([
    'activate-account.1 passed',
    'activate-account.2 passed',
    'activate-account.3 passed',
    'activate-account.4 accepted',
    'log-in.1 passed',
    'log-in.2 passed',
    'log-in.3 passed',
    'log-in.4 accepted',
    'log-in.5 passed',
  ])
  expect(ids('passed')).toContain('log-in/verifyByCode/open-dashboard')
  expect(status).toBe(0)
  rmSync(folder, { recursive: true })
})

test('whatever goes wrong on the way of such a product, nobody is accused', { tag: '@long' }, async () => {
  test.setTimeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-ways-'))
  const { result, stderr } = await checkIn(folder, '--check', 'FLT.log-in', '--config', profile)
  expect(result().checks, stderr).toMatchObject([{ id: 'FLT.log-in', verdict: 'passed' }])
  rmSync(folder, { recursive: true })
})

test('a login that waits for its code enrols nothing, although a second factor is voluntary', {
  tag: '@long',
}, async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-ways-'))
  const { result, stderr } = await checkIn(folder, '--check', 'OTP9', '--config', profile)
  expect(result().checks, stderr).toMatchObject([{ id: 'OTP9', verdict: 'passed' }])
  rmSync(folder, { recursive: true })
})

for (const [asksAgain, documented, verdict] of [
  [true, {}, 'passed'],
  [false, {}, 'failed'],
  // The time of the hub cannot be moved.
  [false, { proofFor: 300 }, 'not-testable'],
] as const)
  test(`a factor whose button ${asksAgain ? 'asks' : 'does not ask'} for the password first, documented as ${JSON.stringify(documented)}`, {
    tag: '@long',
  }, async () => {
    test.setTimeout(120_000)
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-ways-'))
    const hub = fileURLToPath(new URL('./hub.ts', import.meta.url))
    const own = join(folder, 'doorstep.config.ts')
    writeFileSync(
      own,
      `import { startHub } from '${hub}'
import ways from '${profile}'
export default { ...ways, documented: ${JSON.stringify(documented)}, start: async ({ smtp }) => ({ ...(await startHub({ smtp, asksAgain: ${asksAgain} })), data: null }) }`,
    )
    const { result, stderr } = await checkIn(folder, '--check', 'OTP7', '--config', own)
    expect(result().checks, stderr).toMatchObject([{ id: 'OTP7', verdict }])
    rmSync(folder, { recursive: true })
  })
