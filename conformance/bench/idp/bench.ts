import { markdownTable } from '../../report/markdown-table.ts'
import { type ContestantName, contestants } from './contestants.ts'
import { measure, type Round, type Running, startContestant, type Task, tasks } from './measure.ts'
import { type Program, programNames, startOf } from './start.ts'
import { median, spread } from './statistics.ts'

/** Everything is measured this often, each time in some rounds; a ratio is one of medians of a repetition. */
const repetitions = 3
const rounds = 3
const starts = 10

const times = <T>(count: number, once: () => Promise<T>): Promise<T[]> =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (before, _) => [...(await before), await once()],
    Promise.resolve([]),
  )

/** One repetition. All contestants have one turn in each round, so that other load on the machine affects all of them. */
async function repetition(
  running: Running[],
  task: Task,
  count = rounds,
): Promise<Map<ContestantName, Round>> {
  const measured = await times(count, () =>
    running.reduce<Promise<[ContestantName, Round][]>>(
      async (before, each) => [...(await before), [each.name, await measure(each, task)]],
      Promise.resolve([]),
    ),
  )
  return new Map(
    running.map(({ name }) => {
      const own = measured.flat().flatMap(([other, round]) => (other === name ? [round] : []))
      return [name, { wall: median(own.map(({ wall }) => wall)), cpu: median(own.map(({ cpu }) => cpu)) }]
    }),
  )
}

const bareOf = (name: ContestantName) => `bare oidc-provider, ${name.slice(-5)}` as ContestantName

async function tableOf(running: Running[], task: Task): Promise<string> {
  // One round before them warms up.
  await repetition(running, task, 1)
  const repeated = await times(repetitions, () => repetition(running, task))
  const rows = running.map(({ name }) => {
    const own = repeated.flatMap((each) => each.get(name) ?? [])
    const ratios = (what: keyof Round) =>
      repeated.flatMap((each) => {
        const [mine, bare] = [each.get(name), each.get(bareOf(name))]
        return mine && bare ? [bare[what] / mine[what]] : []
      })
    const [wall, cpu] = [median(own.map((each) => each.wall)), median(own.map((each) => each.cpu))]
    return [name, (1000 / wall).toFixed(0), cpu.toFixed(2), spread(ratios('wall')), spread(ratios('cpu'))]
  })
  const head = ['', 'per second', 'server ms each', '÷ bare, by the clock', '÷ bare, by server time']
  return `**${task.name}**\n\n${markdownTable(head, rows)}`
}

/** Each program has one turn in each round. */
async function startTable(): Promise<string> {
  const repeated = await times(repetitions, async () => {
    const took = new Map<Program, number[]>(programNames.map((name) => [name, []]))
    for (let start = 0; start < starts; start += 1)
      for (const name of programNames) took.get(name)?.push(await startOf(name))
    return (name: Program) => median(took.get(name) ?? [])
  })
  const rows = programNames.map((name) => [
    name,
    median(repeated.map((medianOf) => medianOf(name))).toFixed(0),
    spread(repeated.map((medianOf) => medianOf('bare oidc-provider') / medianOf(name))),
  ])
  return `**start**\n\n${markdownTable(['', 'ms until it listens', '÷ bare, by the clock'], rows)}`
}

/**
 * Logins, refreshes, discovery and start of this provider compared with a bare oidc-provider and oauth2-mock-server, in one run.
 */
export async function idpBench(): Promise<string> {
  const names = Object.keys(contestants) as ContestantName[]
  const running = await Promise.all(names.map(startContestant))
  const parts: string[] = []
  for (const task of tasks) {
    // Its development pages give no refresh token without a consent prompt, which would measure something else.
    const able = running.filter(({ name }) => task.name !== 'token (refresh)' || !name.startsWith('bare'))
    parts.push(await tableOf(able, task))
  }
  for (const { child } of running) child.disconnect()
  return [
    ...parts,
    await startTable(),
    `One after the other, medians of ${rounds} rounds in turn, each server in its own process. A ratio is the median of ${repetitions}
repetitions, with the least and the greatest; above 1.00 we are faster. A login is the whole way from the authorization request to the
tokens: two pages everywhere, none at oauth2-mock-server. A start is a median of ${starts}, of the compiled package.`,
  ].join('\n\n')
}
