import { beforeEach, expect, test } from 'vitest'
import { logIn } from '../../machines/first-login/log-in.ts'
import { firstLogin } from '../../machines/first-login/pack.ts'
import { capabilities } from '../../machines/model/event.ts'
import { walk } from '../../machines/model/walk.ts'
import { checksFor } from '../checks/index.ts'
import { someProvenance } from '../report/fixtures/provenance.ts'
import type { Checked, Outcome, PathRun } from '../report/result.ts'
import { type Check, check } from './check.ts'
import type { RunAssignment } from './run-assignment.ts'

/** What a run that went well hands over, before something of it is lost. */
let lose: (done: { runs: PathRun[]; checked: Checked[] }) => void = () => {}

/** Everything passes, but for what is lost. */
const runAssignment: RunAssignment = async ({ paths, checks = [] }) => {
  const done = {
    runs: paths.map(({ id, given, events }) => ({
      path: id,
      outcomes: walk(logIn, given, events).flatMap(({ edge }): Outcome[] =>
        edge ? [{ ...seen, notes: [], took: 1, edge: edge.id, verdict: 'passed' }] : [],
      ),
    })),
    checked: checks.map((id): Checked => ({ ...seen, claims: [], id, verdict: 'passed', took: 1 })),
  }
  lose(done)
  return done
}

const seen = { expected: ['it'], observed: ['it'] }

beforeEach(() => {
  lose = () => {}
})

const wanted = checksFor([firstLogin])
  .map(({ id }) => id)
  .filter((id) => ['PWD1', 'LNK1'].includes(id))

const run = () =>
  check({
    flows: [logIn],
    loaded: [],
    checks: checksFor([firstLogin]).filter(({ id }) => ['PWD1', 'LNK1'].includes(id)),
    target: { name: 'It', url: 'http://it.example', capabilities },
    address: {},
    command: 'npx doorstep check',
    provenance: someProvenance,
    workers: 1,
    headed: false,
    folder: '',
    say: () => {},
    runAssignment,
  } as unknown as Check)

const faultsIn = ({ flows, checks }: Awaited<ReturnType<typeof run>>) =>
  [...flows.flatMap(({ transitions }) => transitions), ...checks].flatMap(({ id, verdict }) =>
    verdict === 'harness-error' ? id : [],
  )

test('a run in which everything has an outcome conforms', async () => {
  const result = await run()
  expect(faultsIn(result)).toEqual([])
  expect(result.summary).toMatchObject({ conforms: 'yes', obligations: { leftOut: 0 } })
})

test('a check whose outcome is lost is a fault of Doorstep, and the run cannot tell', async () => {
  lose = ({ checked }) => checked.pop()
  const result = await run()
  expect(faultsIn(result)).toEqual([wanted.at(-1)])
  expect(result.summary.conforms).toBe('unknown')
})

test('so is each transition whose outcome is lost, with those behind it', async () => {
  lose = ({ runs }) => runs[0]?.outcomes.splice(2)
  const result = await run()
  expect(faultsIn(result).length).toBeGreaterThan(0)
  expect(result.summary).toMatchObject({ conforms: 'unknown' })
})

test('so is every transition where no path was walked', async () => {
  lose = ({ runs }) => runs.splice(0)
  const result = await run()
  const transitions = result.flows.flatMap(({ transitions }) => transitions)
  expect(faultsIn(result)).toEqual(transitions.map(({ id }) => id))
  expect(result.summary.obligations).toEqual({
    planned: transitions.length + 2,
    run: 2,
    leftOut: transitions.length,
  })
})
