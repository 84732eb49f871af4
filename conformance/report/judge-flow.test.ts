import { describe, expect, test } from 'vitest'
import { activateAccount } from '../../machines/first-login/activate-account.ts'
import { logIn } from '../../machines/first-login/log-in.ts'
import type { Edge } from '../../machines/model/edges.ts'
import { walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { judgedAs } from './fixtures/judged-as.ts'
import { judgeFlow } from './judge-flow.ts'
import type { Outcome, PathRun, Verdict } from './result.ts'

const long: PlannedPath = {
  id: 'log-in-1',
  flow: 'log-in',
  given: 'activated',
  events: ['open-tenant-link', 'log-in', 'email.registered', 'password.wrong', 'password.right'],
}
const short = { ...long, id: 'log-in-2', events: long.events.filter((event) => event !== 'password.wrong') }

const edges: Record<string, string> = {
  'open-tenant-link': 'mail/open-tenant-link',
  'log-in': 'loginPage/log-in',
  'email.registered': 'emailAddress/email.registered',
  'password.wrong': 'password/password.wrong',
  'password.right': 'password/password.right[0]',
}

const outcome = (event: string, verdict: Verdict = 'passed'): Outcome => ({
  ...judgedAs(verdict),
  edge: edges[event] ?? '',
  expected: [],
  observed: [],
  notes: ['“Log In” is called “Log in” here'],
  took: 1,
})

function judged(paths: PlannedPath[], runs: PathRun[]) {
  const result = judgeFlow(logIn, { paths, runs, unreachable: new Map(), command: 'npx doorstep check' })
  const transition = (event: string) => result.transitions.find(({ id }) => id === edges[event])
  const step = (n: number) => result.steps.find(({ id }) => id === `log-in.${n}`)?.verdict
  return { result, transition, step }
}

const failedRun: PathRun = {
  path: long.id,
  outcomes: [...long.events.slice(0, 3).map((event) => outcome(event)), outcome('password.wrong', 'failed')],
}

describe('a transition that fails', () => {
  const { result, transition, step } = judged([long], [failedRun])

  test('has the evidence, the moment in the simulator and the command that repeats it', () => {
    expect(transition('password.wrong')).toMatchObject({
      verdict: 'failed',
      replay: `/flows/log-in/#given=activated&walk=${long.events.join(',')}&at=4`,
      repeat: "npx doorstep check --flow log-in --transition 'password/password.wrong'",
    })
  })

  test('blocks what lies behind it, and is named there', () => {
    expect(transition('password.right')).toMatchObject({
      verdict: 'blocked',
      blockedBy: 'password/password.wrong',
    })
    expect(step(4)).toBe('blocked')
  })

  test('leaves what lies before it passed, and makes the flow failed', () => {
    expect([step(1), step(2), step(3)]).toEqual(['passed', 'passed', 'passed'])
    expect(result.verdict).toBe('failed')
  })

  test('tells a note once', () => {
    expect(result.notes).toEqual(['“Log In” is called “Log in” here'])
  })
})

test('another path that proves it takes a block away', () => {
  const run = { path: short.id, outcomes: short.events.map((event) => outcome(event)) }
  const { step } = judged([long, short], [failedRun, run])
  expect(step(4)).toBe('passed')
})

test('of two blocks the one with evidence is reported', () => {
  const { notes, edge, expected, observed } = outcome('password.right')
  const [reason, blockedBy] = ['Behind it.', edges['password.wrong'] ?? '']
  const behind: Outcome = { notes, edge, expected, observed, verdict: 'blocked', reason, blockedBy, took: 7 }
  const run = { ...failedRun, path: 'log-in-3', outcomes: [...failedRun.outcomes, behind] }
  const { transition } = judged([long, { ...long, id: 'log-in-3' }], [failedRun, run])
  expect(transition('password.right')).toMatchObject({ verdict: 'blocked', took: 7 })
})

test('one failure outweighs a pass elsewhere', () => {
  const passed = { path: 'log-in-3', outcomes: long.events.map((event) => outcome(event)) }
  const { transition } = judged([{ ...long, id: 'log-in-3' }, long], [passed, failedRun])
  expect(transition('password.wrong')?.verdict).toBe('failed')
})

test('a path that could not be begun is an error of the set-up', () => {
  const { transition } = judged([long], [{ path: long.id, outcomes: [], notBegun: 'no sandbox' }])
  expect(transition('open-tenant-link')).toMatchObject({ verdict: 'config-error', reason: 'no sandbox' })
})

test.each([
  ['whose time was over', { timedOut: true } as const, 'in the time it may take'],
  ['that something else stopped', { stopped: 'fetch failed' }, 'fetch failed'],
])('a path %s proves nothing of its rest', (_, why, reason) => {
  const { transition } = judged([long], [{ path: long.id, outcomes: [outcome('open-tenant-link')], ...why }])
  expect(transition('log-in')).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining(reason),
  })
})

describe('what has no outcome and no reason for it is a fault of Doorstep', () => {
  const whole: PathRun = { path: long.id, outcomes: long.events.map((event) => outcome(event)) }
  const without = (n: number): PathRun => ({ ...whole, outcomes: whole.outcomes.toSpliced(n, 1) })
  const lost = (runs: PathRun[]) => {
    const { transition } = judged([long], runs)
    return long.events.filter((event) => transition(event)?.verdict === 'harness-error')
  }

  test('an outcome in the middle or at the end of a path', () => {
    expect(lost([whole])).toEqual([])
    expect(lost([without(4)])).toEqual(['password.right'])
    expect(lost([without(3)])).toEqual(['password.wrong', 'password.right'])
  })

  test('a whole path, and a path over a transition', () => {
    expect(lost([])).toEqual(long.events)
    expect(judged([], []).transition('log-in')).toMatchObject({
      verdict: 'harness-error',
      reason: expect.stringMatching(
        /^This is a fault of Doorstep.* please report it\. .*log-in\/loginPage\/log-in/,
      ),
      stack: expect.stringContaining('Error: '),
    })
  })

  test('a mistake on the way says what it was, and where', () => {
    const fault = {
      reason: 'found is undefined',
      stack: 'TypeError: found is undefined\n    at judge.ts:1:1',
    }
    const { transition } = judged([long], [{ ...whole, outcomes: [outcome('open-tenant-link')], fault }])
    expect(transition('open-tenant-link')?.verdict).toBe('passed')
    expect(transition('log-in')).toMatchObject({
      verdict: 'harness-error',
      reason: expect.stringContaining(fault.reason),
      stack: fault.stack,
    })
  })
})

test('what no path could cover has the reason of the plan', () => {
  const reason = 'The target has no clock.'
  const lacking = { verdict: 'not-testable', notPlanned: 'needs-capability', reason } as const
  const unreachable = new Map([['mail/two-days-pass', lacking]])
  const { transitions } = judgeFlow(activateAccount, { paths: [], runs: [], unreachable, command: '' })
  expect(transitions.find(({ id }) => id === 'mail/two-days-pass')).toMatchObject(lacking)
})

test('a documented sentence that a step holds is listed with that reason, without a verdict of its own', () => {
  const { result } = judged([long], [])
  expect(result.sentences).toEqual([])
  expect(result.notModelled.find(({ id }) => id === 'then-dashboard')?.reason).toContain('log-in.5')
})

test('when only a part was asked for, nothing is said of the rest', () => {
  const runs = [{ path: short.id, outcomes: short.events.map((event) => outcome(event)) }]
  const walked = { paths: [short], runs, unreachable: new Map(), command: '', partly: true }
  const { verdict, steps, transitions } = judgeFlow(logIn, walked)
  expect(verdict).toBe('passed')
  expect(steps.map(({ id }) => id)).toEqual(['log-in.1', 'log-in.2', 'log-in.3', 'log-in.4'])
  expect(transitions).toHaveLength(4)
})

test('a gap is touched by what it concerns, by what leads to its screens, or by anything at all where it concerns the whole', () => {
  const touched = (given: string, ...events: string[]) => {
    const path = { ...short, given, events }
    const edges = walk(logIn, path.given, events).flatMap(({ edge }) => edge ?? [])
    const run = { path: path.id, outcomes: edges.map(({ id }) => ({ ...outcome(''), edge: id })) }
    const { gaps } = judged([path], [run]).result
    return gaps.filter(({ touched }) => touched).map(({ id }) => id)
  }
  expect(touched(short.given)).toEqual([])
  expect(touched(short.given, ...short.events)).toEqual(['later-login'])
  expect(touched(short.given, ...short.events, 'choose.security-key')).toEqual([
    'later-login',
    'security-key-elsewhere',
    'label-differences',
  ])
  const toCode = ['open-tenant-link', 'log-in', 'email.registered', 'password.right']
  expect(touched('authenticator-app', ...toCode.slice(0, -1))).not.toContain('lost-factor')
  expect(touched('authenticator-app', ...toCode)).toContain('lost-factor')
})

test('says where transitions and gaps are written, and where nothing is known of that, nothing', () => {
  const place = (name: string) => ({ file: 'log-in.ts', line: name.length })
  const source = {
    transition: ({ id }: Edge) => place(id),
    entry: (_: string, key: string) => place(key),
    gap: place,
  }
  const walked = { paths: [], runs: [], unreachable: new Map(), command: '' }
  const { transitions, gaps, notModelled } = judgeFlow(logIn, { ...walked, source })
  for (const { id, model } of [...transitions, ...gaps, ...notModelled])
    expect(model).toBe(`log-in.ts:${id.length}`)
  for (const { model } of judgeFlow(logIn, walked).transitions) expect(model).toBeUndefined()
})
