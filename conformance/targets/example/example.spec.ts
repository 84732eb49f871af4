import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkIn } from '../check-in.ts'

const example = fileURLToPath(new URL('./doorstep.config.ts', import.meta.url))

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-example-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

const check = (...args: string[]) => checkIn(folder, '--workers', '1', ...args)

test('a deployment that calls everything otherwise is checked through its profile', async () => {
  test.setTimeout(300_000)
  const { status, result, stderr } = await check('--config', example)
  expect(stderr).toContain('Not checked: log-in. The profile arranges none of “activated”')
  const { flows, notChecked, target } = result()
  expect(flows.map(({ id }) => id)).toEqual(['activate-account', 'onboarding'])
  const [flow, journey] = flows
  expect(journey?.sentences.find(({ id }) => id === 'activate-first')?.verdict).toBe('passed')
  expect(target.name).toBe('The portal')
  expect(notChecked.map(({ id }) => id)).toContain('reset-password')

  const ids = (verdict: string) =>
    flow?.transitions.flatMap((one) => (one.verdict === verdict ? one.id : [])).sort()
  expect(ids('failed')).toEqual([])
  expect(ids('accepted')).toEqual(['changePassword.readyButWeak/reset-password'])
  expect(ids('not-testable')).toEqual(
    expect.arrayContaining(['mail/two-days-pass', 'linkExpired/request-new-link']),
  )
  expect(ids('passed')).toEqual([
    'activated/go-to-log-in',
    'activated/open-activation.button',
    'activated/open-activation.link',
    'changePassword.blank/new-password.none',
    'changePassword.blank/new-password.strong',
    'changePassword.blank/new-password.weak',
    'changePassword.chosen/re-enter.different',
    'changePassword.chosen/re-enter.same',
    'changePassword.mismatch/reset-password',
    'changePassword.ready/reset-password',
    'changePassword.weak/re-enter.same',
    'invalidLink/go-to-log-in',
    'mail/open-activation.button',
    'mail/open-activation.link',
  ])
  expect(flow?.steps.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed', 'passed'])
  expect(flow?.notes).toEqual(
    expect.arrayContaining([
      '“Activate my Netwrix account” is called “Join the portal” here',
      '“Change Your Password” is called “Your passphrase” here',
      "“Passwords don't match” is called “These two differ” here",
      'the screen “House rules” came in between',
    ]),
  )
  expect(status).toBe(0)
})

test('./doorstep.config.ts is taken by itself; an acceptance that is not needed fails the run', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const source = `import example from ${JSON.stringify(example)}
export default {
  ...example,
  passwords: { weak: 'short' },
  screens: {
    ...example.screens,
    'change-your-password': {
      ...example.screens['change-your-password'],
      messages: {
        ...example.screens['change-your-password'].messages,
        'at least 12 characters': 'That is too short',
      },
    },
  },
}`
  writeFileSync(join(folder, 'doorstep.config.ts'), source)
  const { status, result, stderr } = await check('--flow', 'activate-account')
  expect(stderr).toContain('The portal, as doorstep.config.ts says')
  expect(result().stale.map(({ name, why }) => [name, why])).toEqual([
    ['activate-account/changePassword.readyButWeak/reset-password', 'not-needed'],
  ])
  expect(result().summary.transitions).not.toHaveProperty('failed')
  expect(status).toBe(1)
})

test.describe('what is wrong with the profile is one sentence, and the end is 2', () => {
  const wrong: [string, string, RegExp][] = [
    ['no default export', 'export const x = 1', /^The profile p\.ts has no default export: .*\n$/],
    ['a syntax error', 'export default {', /^The profile p\.ts cannot be read: line 1: .*\n$/],
    ['an unknown key', 'export default { nam: 1 }', /^In the profile p\.ts, name is missing: .*\n$/],
  ]
  for (const [what, source, sentence] of wrong)
    test(what, async () => {
      writeFileSync(join(folder, 'p.ts'), source)
      const { status, stderr } = await check('--config', 'p.ts')
      expect(stderr).toMatch(sentence)
      expect(status).toBe(2)
    })

  test('no such file', async () => {
    const { status, stderr } = await check('--config', 'none.ts')
    expect(stderr).toMatch(/^There is no profile none\.ts: .*\n$/)
    expect(status).toBe(2)
  })
})
