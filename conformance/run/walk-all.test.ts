import { beforeEach, describe, expect, test } from 'vitest'
import { activateAccount } from '../../machines/first-login/activate-account.ts'
import { logIn } from '../../machines/first-login/log-in.ts'
import { edgesOf } from '../../machines/model/edges.ts'
import { capabilities } from '../../machines/model/event.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { begin, choicesAt, type Moment, send, walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { planFlow } from '../plan/flow/plan-paths.ts'
import type { Depth } from '../plan/index.ts'
import { withWrongTarget } from '../plan/mutants/mutate.ts'
import { isDifferent, isFound, placeFound } from '../plan/mutants/run.ts'
import { type Table, tableOf } from '../plan/mutants/table.ts'
import { judgeFlow } from '../report/judge-flow.ts'
import type { Outcome, PathRun } from '../report/result.ts'
import type { Check } from './check.ts'
import type { RunAssignment } from './run-assignment.ts'
import { walkAll } from './walk-all.ts'

/** Id of a transition → what comes of it: its screen is there nevertheless, or not. Everything else passes. */
let wrong: Record<string, 'on screen' | 'gone'> = {}
let rounds: PlannedPath[][] = []
/** What the target is in truth: the model, or a mutant of it. */
let mutant: Table | undefined

const runAssignment: RunAssignment = async ({ paths }) => {
  rounds.push(paths)
  return { runs: paths.map(walkOnPaper), checked: [] }
}

beforeEach(() => {
  rounds = []
})

function walkOnPaper({ id, flow, given, events }: PlannedPath): PathRun {
  const outcomes: Outcome[] = []
  const edges = walk(flow === 'log-in' ? logIn : activateAccount, given, events).flatMap(
    ({ edge }) => edge ?? [],
  )
  let cause: string | undefined
  const shown = mutant && placeFound(tableOf(logIn), mutant, { given, events })
  for (const [n, edge] of edges.entries()) {
    const how = n === shown ? 'gone' : wrong[edge.id]
    const seen = { edge: edge.id, expected: [], observed: [], notes: [], took: 1 }
    if (!how) outcomes.push({ ...seen, verdict: 'passed' })
    else {
      const onScreen = how === 'on screen' && { onScreen: true as const }
      outcomes.push(
        cause
          ? { ...seen, ...onScreen, verdict: 'blocked', reason: `Behind ${cause}.`, blockedBy: cause }
          : { ...seen, ...onScreen, verdict: 'failed', reason: 'It is not so.' },
      )
      cause ??= edge.id
      if (!onScreen) break
    }
  }
  return { path: id, outcomes }
}

async function verdictsOf(flow: Flow, depth?: Depth) {
  const target = { capabilities }
  const check = {
    flows: [flow],
    target,
    depth,
    workers: 1,
    headed: false,
    folder: '',
    say: () => {},
    runAssignment,
  }
  const walked = await walkAll(check as unknown as Check)
  const unreachable = walked.unreachable.get(flow.id) ?? new Map()
  return judgeFlow(flow, { ...walked, unreachable, command: '' }).transitions
}

/** Every transition that can be taken without ever taking one of those left out; found without any plan. */
function reachable(flow: Flow, leftOut: string[]): Set<string> {
  const found = new Set<string>()
  const known = new Set<string>()
  const queue: Moment[] = Object.keys(flow.givens).map((given) => begin(flow, given))
  for (const moment of queue) {
    const key = JSON.stringify([moment.snapshot.value, moment.snapshot.context])
    if (known.has(key)) continue
    known.add(key)
    for (const { id, event } of choicesAt(flow, moment)) {
      if (leftOut.includes(id)) continue
      found.add(id)
      const next = send(flow, moment, event)
      if (next) queue.push(next)
    }
  }
  return found
}

test('one round is enough where everything passes', async () => {
  wrong = {}
  const verdicts = await verdictsOf(activateAccount)
  expect(verdicts.filter(({ verdict }) => verdict !== 'passed')).toEqual([])
  expect(rounds).toHaveLength(1)
})

const everyThird = edgesOf(logIn).filter((_, n) => n % 3 === 0)

describe.each([
  { flow: activateAccount, edges: edgesOf(activateAccount) },
  { flow: logIn, edges: everyThird },
])('$flow.id, wherever one transition fails', ({ flow, edges }) => {
  test.each(edges.map(({ id }) => id))(
    '%s: everything not behind it has its verdict, the rest names it',
    async (id) => {
      wrong = { [id]: 'gone' }
      const free = reachable(flow, [id])
      for (const one of await verdictsOf(flow))
        if (one.id === id) expect(one.verdict).toBe('failed')
        else if (free.has(one.id)) expect([one.id, one.verdict]).toEqual([one.id, 'passed'])
        else expect(one).toMatchObject({ verdict: 'blocked', blockedBy: id })
    },
  )

  test('where the screen is there, everything behind it has its verdict too', async () => {
    for (const { id } of edges.slice(0, 4)) {
      wrong = { [id]: 'on screen' }
      const others = (await verdictsOf(flow)).filter((one) => one.id !== id)
      expect(others.filter(({ verdict }) => verdict !== 'passed')).toEqual([])
    }
  })
})

test('where a walk ends behind a failure, it is led around that end, over the failure', async () => {
  wrong = { 'password/password.right[0]': 'on screen', 'keepAccountSafe/open-dashboard': 'gone' }
  const verdicts = await verdictsOf(logIn)
  const open = verdicts.filter(({ verdict }) => verdict !== 'passed')
  expect(open.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['password/password.right[0]', 'failed'],
    ['keepAccountSafe/open-dashboard', 'blocked'],
  ])
  expect(open[1]?.blockedBy).toBe('password/password.right[0]')
})

test('what fails behind a failure, but is reached around it, is accused on that way', async () => {
  wrong = { 'mail/open-activation.button': 'on screen', 'changePassword.blank/new-password.none': 'gone' }
  const verdicts = await verdictsOf(activateAccount)
  expect(verdicts.find(({ id }) => id === 'changePassword.blank/new-password.none')?.verdict).toBe('failed')
})

describe('a transition that ends in a wrong state which looks right', () => {
  const table = tableOf(logIn)
  const lookRight = [...withWrongTarget(table)].filter(
    (one) => one.looksRight && isDifferent(table, one.table),
  )

  async function failedAt(depth: Depth, one: Table) {
    wrong = {}
    mutant = one
    const verdicts = await verdictsOf(logIn, depth)
    mutant = undefined
    return verdicts.filter(({ verdict }) => verdict === 'failed')
  }

  test('is found by "targets" and missed by "transitions"', async () => {
    const tour = planFlow(logIn, { capabilities, known: { passed: [], notPassed: [] }, first: 1 }).paths
    const missed = lookRight.filter((one) => !isFound(table, one.table, tour))
    expect(missed.length).toBeGreaterThan(lookRight.length / 4)
    for (const { table: one } of missed.filter((_, n) => n % 20 === 0)) {
      expect(await failedAt('transitions', one)).toEqual([])
      expect(await failedAt('targets', one)).not.toEqual([])
    }
  }, 120_000)

  test('is reported on that transition, not on the step that shows it', async () => {
    const one = lookRight.find(({ wrong }) =>
      /^\["dashboard".*"security-key".* log-out .*"nothing"/.test(wrong),
    )
    const failed = one && (await failedAt('targets', one.table))
    expect(failed?.map(({ id, reason }) => [id, reason])).toEqual([
      [
        'dashboard/log-out',
        'It looks right, but does not lead to loginPage: further on, “Enter the right password” does not do what the documentation says, although it passes elsewhere. It is not so.',
      ],
    ])
  })
})
