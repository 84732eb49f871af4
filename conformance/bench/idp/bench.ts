import { markdownTable } from '../../report/markdown-table.ts'
import { type ContestantName, contestants } from './contestants.ts'
import { measure, type Round, type Running, startContestant, type Task, tasks } from './measure.ts'

/** Rounds that count; one before them warms up. The median is taken. */
const rounds = 7

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function measureAll(running: Running[], task: Task): Promise<Map<ContestantName, Round[]>> {
  const results = new Map<ContestantName, Round[]>(running.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1)
    // All contestants have one turn in each round, so that other load on the machine affects all of them.
    for (const each of running) {
      const measured = await measure(each, task)
      if (round > 0) results.get(each.name)?.push(measured)
    }
  return results
}

const bareOf = (name: ContestantName) => `bare oidc-provider, ${name.slice(-5)}`

/**
 * Logins, refreshes and discovery of this provider compared with a bare oidc-provider and oauth2-mock-server, in one
 * run.
 */
export async function idpBench(): Promise<string> {
  const names = Object.keys(contestants) as ContestantName[]
  const running = await Promise.all(names.map(startContestant))
  const parts: string[] = []
  for (const task of tasks) {
    // Its development pages give no refresh token without a consent prompt, which would measure something else.
    const able = running.filter(({ name }) => task.name !== 'token (refresh)' || !name.startsWith('bare'))
    const results = await measureAll(able, task)
    const rows = [...results].map(([name, measured]) => {
      const wall = median(measured.map((round) => round.wall))
      const cpu = median(measured.map((round) => round.cpu))
      const bare = [...results].find(([other]) => other === bareOf(name))?.[1]
      const ratio = bare ? median(bare.map((round) => round.wall)) / wall : undefined
      return [name, (1000 / wall).toFixed(0), cpu.toFixed(2), ratio === undefined ? '–' : ratio.toFixed(2)]
    })
    parts.push(
      `**${task.name}**\n\n${markdownTable(['', 'per second', 'server ms each', '÷ bare oidc-provider'], rows)}`,
    )
  }
  for (const { child } of running) child.disconnect()
  return [
    ...parts,
    `One after the other, medians of ${rounds} rounds in turn; each server in its own process. A login is the whole way
from the authorization request to the tokens, pages included: one page at our OpenID provider, three at the tenant, two at
the bare oidc-provider, none at oauth2-mock-server.`,
  ].join('\n\n')
}
