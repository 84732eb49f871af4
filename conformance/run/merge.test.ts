import { expect, test } from 'vitest'
import { activateAccount } from '../../machines/first-login/activate-account.ts'
import { logIn } from '../../machines/first-login/log-in.ts'
import { firstLogin } from '../../machines/first-login/pack.ts'
import { edgesOf } from '../../machines/model/edges.ts'
import { capabilities } from '../../machines/model/event.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import { checksFor } from '../checks/index.ts'
import { someProvenance } from '../report/fixtures/provenance.ts'
import type { CheckResult, Outcome } from '../report/result.ts'
import type { Deployment } from '../targets/profile/deployment.ts'
import { type Check, check } from './check.ts'
import { mergeParts } from './merge.ts'
import type { RunAssignment } from './run-assignment.ts'
import type { Shard } from './shard.ts'

/** Ids of transitions that fail, and whether their screen is there nevertheless. */
type Wrong = Record<string, 'gone' | 'on screen'>

const checks = checksFor([firstLogin]).filter(({ id }) => ['PWD1', 'LNK1', 'SES3'].includes(id))

const onPaper =
  (wrong: Wrong): RunAssignment =>
  async ({ paths, checks = [] }) => ({
    runs: paths.map(({ id, flow, given, events }) => {
      const outcomes: Outcome[] = []
      let cause: string | undefined
      for (const { edge } of walk(flow === 'log-in' ? logIn : activateAccount, given, events)) {
        if (!edge) continue
        const seen = { edge: edge.id, expected: [], observed: [], notes: [], took: 1 }
        const how = wrong[edge.id]
        const onScreen = how === 'on screen' && { onScreen: true as const }
        if (!how) outcomes.push({ ...seen, verdict: 'passed' })
        else if (cause)
          outcomes.push({ ...seen, ...onScreen, verdict: 'blocked', reason: 'So.', blockedBy: cause })
        else outcomes.push({ ...seen, ...onScreen, verdict: 'failed', reason: 'It is not so.' })
        if (how) cause ??= edge.id
        if (how === 'gone') break
      }
      return { path: id, outcomes }
    }),
    checked: checks.map((id) => ({
      id,
      expected: [],
      observed: [],
      claims: [],
      took: 1,
      ...(id === 'SES3' ? { verdict: 'failed', reason: 'Not so.' } : { verdict: 'passed' }),
    })),
  })

const run = (flows: Flow[], wrong: Wrong, shard?: Shard, depth?: Check['depth']) =>
  check({
    flows,
    loaded: [],
    checks,
    target: { name: 'It', url: 'http://it.example', capabilities },
    address: {},
    command: 'npx doorstep check',
    provenance: someProvenance,
    workers: 1,
    headed: false,
    folder: '',
    say: () => {},
    runAssignment: onPaper(wrong),
    shard,
    depth,
  } as unknown as Check)

const profile = { packs: [firstLogin], loaded: [], deployment: { name: 'It' } as Deployment }

/** All that must be the same, whatever the shards. */
const verdictsIn = ({ flows, checks, summary }: CheckResult) => ({
  flows: flows.map(({ id, verdict, steps, transitions }) => ({
    id,
    verdict,
    steps: steps.map((step) => [step.id, step.verdict]),
    transitions: transitions.map((one) => [one.id, one.verdict]),
  })),
  checks: checks.map((one) => [one.id, one.verdict]),
  summary,
})

async function expectSame(flows: Flow[], wrong: Wrong, of: number, depth?: Check['depth']) {
  const whole = await run(flows, wrong, undefined, depth)
  const shards = await Promise.all(
    Array.from({ length: of }, (_, n) => run(flows, wrong, { index: n + 1, of }, depth)),
  )
  expect(verdictsIn(mergeParts(shards.toReversed(), profile))).toEqual(verdictsIn(whole))
  return shards
}

const everyThird = edgesOf(logIn).filter((_, n) => n % 3 === 0)

test('two shards do all of it together, and nothing twice', async () => {
  const shards = await expectSame([activateAccount, logIn], {}, 2)
  const paths = shards.map(({ plan }) => plan.paths)
  expect(Math.min(...paths)).toBeGreaterThan(0)
  expect(paths.reduce((all, one) => all + one)).toBe((await run([activateAccount, logIn], {})).plan.paths)
})

test.each(edgesOf(activateAccount).map(({ id }) => id))(
  'where %s fails, the verdicts are the same',
  async (id) => {
    await expectSame([activateAccount], { [id]: 'gone' }, 2)
    await expectSame([activateAccount], { [id]: 'on screen' }, 3)
  },
)

test.each(everyThird.map(({ id }, n) => [id, n % 2 ? 'gone' : 'on screen'] as const))(
  'where %s fails and the screen is %s, so are those of another flow',
  async (id, how) => {
    await expectSame([logIn], { [id]: how }, 3)
  },
)

test('what goes deeper is shared out by flows, and the verdicts are the same', async () => {
  const [first] = edgesOf(activateAccount)
  await expectSame([activateAccount, logIn], { [first?.id ?? '']: 'gone' }, 2, 'targets')
}, 60_000)

test('shards that do not belong together are refused in one sentence', async () => {
  const [one, two] = await expectSame([activateAccount], {}, 2)
  if (!one || !two) return expect.unreachable()
  const { shard: _, ...whole } = one
  const other = { ...two, provenance: { ...two.provenance, model: 'other' } }
  expect(() => mergeParts([one], profile)).toThrow(/shard 2 of 2 is missing\.$/)
  expect(() => mergeParts([one, two, two], profile)).toThrow(/named twice/)
  expect(() => mergeParts([one, whole], profile)).toThrow(/made without --shard/)
  expect(() => mergeParts([one, other], profile)).toThrow(/must be the same/)
})
