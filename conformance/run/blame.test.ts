import { expect, test } from 'vitest'
import { logIn } from '../../machines/first-login/log-in.ts'
import { walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { Outcome, PathRun } from '../report/result.ts'
import { blame } from './blame.ts'

const begin = ['open-tenant-link', 'log-in', 'email.registered', 'password.right']

function path(id: string, given: string, events: string[], verifies = events.map(() => -1)): PlannedPath {
  return { id, flow: 'log-in', given, events, verifies }
}

/** Everything passes up to the step of that place, which fails. */
function run({ id, given, events }: PlannedPath, fails = events.length): PathRun {
  const outcomes = walk(logIn, given, events).flatMap(({ edge }, n): Outcome[] => {
    if (!edge || n - 1 > fails) return []
    const seen = { edge: edge.id, expected: [], observed: [], notes: [], took: n }
    return [
      n - 1 < fails ? { ...seen, verdict: 'passed' } : { ...seen, verdict: 'failed', reason: 'Not there.' },
    ]
  })
  return { path: id, outcomes }
}

const verdicts = (runs: PathRun[]) =>
  runs.map(({ outcomes }) =>
    outcomes.flatMap(({ edge, verdict, blockedBy }) =>
      verdict === 'passed' ? [] : [[edge, verdict, ...(blockedBy ? [blockedBy] : [])]],
    ),
  )

const again = [...begin, 'code.right', 'log-out', 'log-in', 'email.registered', 'password.right']
const first = path('log-in-1', 'authenticator-app', begin)
const second = path('log-in-2', 'authenticator-app', again, [-1, -1, -1, -1, -1, -1, -1, -1, 5])
const nothing = { paths: [], runs: [] }

test('a proof that fails, and passes elsewhere, is reported on the transition that led there', () => {
  const paths = [first, second]
  const [, blamed] = blame([logIn], { paths, runs: [run(first), run(second, 8)] }, nothing)
  expect(blamed && verdicts([blamed])).toEqual([
    [
      ['dashboard/log-out', 'failed'],
      ['password/password.right[1]', 'blocked', 'dashboard/log-out'],
    ],
  ])
  expect(blamed?.outcomes[5]?.reason).toBe(
    'It looks right, but does not lead to loginPage: further on, “Enter the right password” does not do what the documentation says, although it passes elsewhere. Not there. It may already have been verifyByCode/code.right or password/password.right[1].',
  )
})

test('what passed in an earlier round counts too', () => {
  const before = { paths: [first], runs: [run(first)] }
  expect(verdicts(blame([logIn], { paths: [second], runs: [run(second, 8)] }, before))[0]?.[0]).toEqual([
    'dashboard/log-out',
    'failed',
  ])
})

test('a step that passes nowhere else is to blame itself', () => {
  const enrol = [...begin, 'choose.authenticator-app', 'code.right']
  const only = path('log-in-1', 'activated', enrol, [-1, -1, -1, -1, -1, 4])
  expect(verdicts(blame([logIn], { paths: [only], runs: [run(only, 5)] }, nothing))).toEqual([
    [['secureAccount/code.right', 'failed']],
  ])
})

test('nobody is blamed on a path that proves nothing', () => {
  const { verifies: _, ...plain } = second
  expect(
    verdicts(blame([logIn], { paths: [first, plain], runs: [run(first), run(plain, 8)] }, nothing))[1],
  ).toEqual([['password/password.right[1]', 'failed']])
})
