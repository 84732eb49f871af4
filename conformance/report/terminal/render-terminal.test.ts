import { createColors } from 'picocolors'
import { expect, test } from 'vitest'
import { result } from '../fixtures/every-verdict.ts'
import { harnessError } from '../harness-fault.ts'
import type { CheckResult, CheckVerdict, TransitionResult } from '../result.ts'
import { renderTerminal } from './render-terminal.ts'

test('says what failed, what speaks for it, what it blocks, and how to see it again', () => {
  expect(
    renderTerminal(result, 'http://localhost:4321/', createColors(false)),
  ).toBe(`The target  http://localhost:1
with the defect a-defect
1 path, 2 steps, cost 7 (no plan costs less than 6), 1.2 s
Doorstep 0.1.0 · chromium 141.0 · Node 24.1.0 · model 0123456789abcdef · profile fedcba9876543210 · depth transitions

Log in  failed
  ✗ log-in.4  Enter the password  0/1
    not documented: 0 of 2 transitions proven
  ✗ password/password.right  Enter the right password
      failed    Not there: the heading “Dashboard”.
      because   log-in.4
      model     pack/log-in.ts:62
      expected  the screen “Dashboard”
      observed  the screen “Welcome”
      replay    http://localhost:4321/flows/log-in/#given=activated&walk=a,b&at=2
      repeat    npx doorstep check --flow log-in
  ■ 1 behind password/password.right  dashboard/log-out
  note: a note

Checks
  ✗ LNK1   A link works once  MUST from level 1, RFC 6238 §5.2; ASVS 6.4.1
  ○ OTP10  Attempts are counted  SHOULD, NIST SP 800-63B-4 section 3.2.2 · The limit is not documented.
  ✗ LNK1  A link works once
      failed    The link was accepted twice.
      because   MUST from level 1, RFC 6238 §5.2; ASVS 6.4.1
      expected  the second use is refused
      observed  the second use is accepted
  note: “Log In” is called “Sign in” here

The target lacks what it takes
  log-in/addingKey/key.touched  The target lacks what it needs: security-key.

Documented, but not modelled
  log-in/then-dashboard  Held by log-in.5.

Flows that were not checked
  add-users  There is no driver for it.

Gaps of the documentation that were touched
  log-in/later  No procedure for a later login  pack/log-in.ts:178

Steps        1 failed
Transitions  1 failed, 1 blocked
Checks       1 failed, 1 not-testable
Tried        3 of 5, 2 left out
Result       does not conform`)
})

test('says which acceptances fail the run', () => {
  const sentence = 'LNK4.once is as documented by now: take it out of `accept` (“We know.”).'
  const stale: CheckResult['stale'] = [{ name: 'LNK4.once', why: 'not-needed', sentence }]
  expect(renderTerminal({ ...result, stale }, 'http://localhost:4321/', createColors(false))).toContain(
    `\n\nAcceptances that fail the run\n  ✗ ${sentence}\n\n`,
  )
})

test('says nothing of steps where no flow was walked', () => {
  const said = renderTerminal({ ...result, flows: [] }, 'http://localhost:4321/', createColors(false))
  expect(said).toContain(
    '\n\nChecks       1 failed, 1 not-testable\nTried        3 of 5, 2 left out\nResult       does not conform',
  )
  expect(said).not.toMatch(/^(?:Steps|Transitions)/m)
})

test('tells of a fault of Doorstep apart from the target, with its stack', () => {
  const [first] = result.checks
  if (!first) return expect.unreachable()
  const { id, title, source, level } = first
  const stack = 'TypeError: found is undefined\n    at judge.ts:12:3'
  const fault = harnessError('found is undefined', stack)
  const checks = [{ id, title, source, level, expected: [], observed: [], claims: [], ...fault }]
  const said = renderTerminal({ ...result, flows: [], checks }, 'http://localhost:4321/', createColors(false))
  expect(said).toContain(`Faults of Doorstep
  ‼ LNK1
      This is a fault of Doorstep, not of the target: please report it. found is undefined
      TypeError: found is undefined
          at judge.ts:12:3`)
  expect(said.match(/please report it/g)).toHaveLength(1)
})

test('says that nothing was judged, and does so only then', () => {
  const render = (checks: CheckResult['checks']) =>
    renderTerminal({ ...result, flows: [], checks }, 'http://localhost:4321/', createColors(false))
  expect(render(result.checks.filter(({ verdict }) => verdict === 'not-testable'))).toContain(
    'Nothing was judged: 0 passed, 0 failed.',
  )
  expect(render(result.checks)).not.toContain('Nothing was judged')
})

test('transitions that have no verdict for one reason are one finding', () => {
  const [flow] = result.flows
  const [transition] = flow?.transitions ?? []
  if (!flow || !transition) throw new Error('There is no transition.')
  const down = (id: string, picture: string): TransitionResult => ({
    ...{
      label: transition.label,
      source: 'a',
      target: 'b',
      origin: 'a standard',
      expected: [],
      observed: [],
    },
    id,
    verdict: 'config-error',
    reason: `It cannot be prepared. Picture: ${picture}`,
  })
  const transitions = [down('a/b', '/tmp/1.png'), down('b/c', '/tmp/2.png'), down('c/d', '/tmp/3.png')]
  const text = renderTerminal(
    { ...result, flows: [{ ...flow, transitions }] },
    'http://site.example',
    createColors(false),
  )
  expect(text.match(/It cannot be prepared/g)).toHaveLength(1)
  expect(text).toContain('likewise  2: b/c, c/d')
})

test('checks that have no verdict for one reason are one finding', () => {
  const reason = 'The run was interrupted.'
  const open = result.checks.map(
    ({ id, title, source, level }): CheckVerdict => ({
      id,
      title,
      source,
      level,
      claims: [],
      expected: [],
      observed: [],
      verdict: 'inconclusive',
      reason,
    }),
  )
  const text = renderTerminal({ ...result, checks: open }, 'http://site.example', createColors(false))
  expect(text.split(reason)).toHaveLength(2)
  expect(text).toContain(
    `likewise  ${open.length - 1}: ${open
      .slice(1)
      .map(({ id }) => id)
      .join(', ')}`,
  )
})
