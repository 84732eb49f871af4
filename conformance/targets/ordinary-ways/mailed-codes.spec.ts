import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkIn } from '../check-in.ts'
import type { MailedCodesOptions } from './mailed-codes.ts'

const nearby = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Checks a hub that mails its codes so. */
async function checkHub(mailsCodes: MailedCodesOptions, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-mailed-'))
  const inMail = '/Your code is (\\d{6})/'
  const mailedCode = mailsCodes.on === 'new-device' ? `{ inMail: ${inMail}, on: 'new-device' }` : inMail
  writeFileSync(
    join(folder, 'doorstep.config.ts'),
    `import { startHub } from '${nearby('./hub.ts')}'
import codes from '${nearby('./mailed-codes.config.ts')}'
const start = async ({ smtp }) => ({ ...(await startHub({ smtp, mailsCodes: ${JSON.stringify(mailsCodes)} })), data: null })
export default { ...codes, mailedCode: ${mailedCode}, start }`,
  )
  const { result } = await checkIn(folder, '--workers', '1', ...args)
  const answer = result()
  rmSync(folder, { recursive: true })
  return answer
}

const transitionsOf = ({ flows }: Awaited<ReturnType<typeof checkHub>>) =>
  new Map(flows.flatMap(({ transitions }) => transitions.map(({ id, verdict }) => [id, verdict] as const)))

for (const way of [
  { on: 'each-login', newestOnly: true },
  { on: 'each-login' },
  { on: 'new-device' },
] as const satisfies MailedCodesOptions[])
  test(`the steps of the second factor are walked with a mailed code: ${JSON.stringify(way)}`, {
    tag: '@long',
  }, async () => {
    test.setTimeout(200_000)
    const result = await checkHub(way)
    const verdicts = transitionsOf(result)
    const findings = [...verdicts].filter(
      ([, verdict]) => !['passed', 'accepted', 'not-testable'].includes(verdict),
    )
    expect(findings).toEqual([])
    expect(result.flows[0]?.steps.find(({ id }) => id === 'log-in.5')).toMatchObject({ verdict: 'passed' })
    for (const event of ['code.right', 'code.wrong', 'code.used', 'open-dashboard'])
      expect(verdicts.get(`verifyByCode/${event}`), event).toBe('passed')
    expect(verdicts.get('secureAccount/code.wrong')).toBe('passed')
  })

test('a mailed code that opens another login is found by the walk', { tag: '@long' }, async () => {
  test.setTimeout(200_000)
  const verdicts = transitionsOf(await checkHub({ on: 'each-login', staysValid: true }))
  expect(verdicts.get('verifyByCode/code.used')).toBe('failed')
  expect(verdicts.get('verifyByCode/code.wrong')).toBe('passed')
})

test('the checks of codes try the mailed one, and say what has no meaning for it', {
  tag: '@long',
}, async () => {
  test.setTimeout(400_000)
  const { checks } = await checkHub(
    { on: 'each-login' },
    ...['OTP1', 'OTP2', 'OTP3', 'OTP5', 'OTP9'].flatMap((id) => ['--check', id]),
  )
  expect(checks.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'OTP1 passed',
    'OTP2 passed',
    'OTP3 passed',
    'OTP5 not-testable',
    'OTP9 not-testable',
  ])
  expect(checks.at(-1)?.reason).toBe('The codes of The hub that mails codes come by mail: nobody has an app.')
})

for (const [fault, id, claims] of [
  [{ staysValid: true }, 'OTP1', ['used', 'earlier']],
  [{ neverExpires: true }, 'OTP3', ['late']],
] as const)
  test(`${id} finds a mailed code that is valid for too long: ${JSON.stringify(fault)}`, {
    tag: '@long',
  }, async () => {
    test.setTimeout(200_000)
    const { checks } = await checkHub({ on: 'each-login', ...fault }, '--check', id)
    const failed = checks[0]?.claims?.flatMap((claim) => (claim.verdict === 'failed' ? claim.id : []))
    expect(failed).toEqual(claims)
  })
