import type { Bench } from '../bench/bench.ts'
import { type Inside, inside } from '../bench/inside.ts'
import { account } from '../bench/journeys.ts'
import { namesAnother } from '../bench/names-person.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

/** How often two people ask at the same time. */
const ROUNDS = 5

export const ses10 = defineCheck({
  id: 'SES10',
  title: 'Of several people who are logged in, each sees their own name',
  source: '8.2.2; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {
    first: 'what named one person does not name another one, who logs in later, in their place',
    second: 'what named the second person does not name the first one',
    'at-once': 'where both ask at the same time, each is named to themselves alone',
  },
  async prove(bench) {
    const first = await inside(await account(bench))
    const second = await inside(await account(bench))
    if (first.asks.length === 0)
      throw new NotTestable('Nothing that opens names the person who is logged in.')
    for (const ask of first.asks) await judge(bench, 'first', ask, first, second)
    // Where everybody gets the first one's page, nothing names the second.
    for (const ask of [...second.asks, ...first.asks]) await judge(bench, 'second', ask, second, first)
    for (let round = 0; round < ROUNDS; round += 1)
      await Promise.all([
        ...first.asks.map((ask) => judge(bench, 'at-once', ask, first, second)),
        ...second.asks.map((ask) => judge(bench, 'at-once', ask, second, first)),
      ])
    await Promise.all([first.jar.close(), second.jar.close()])
  },
})

async function judge(bench: Bench, claim: string, ask: Sent, own: Inside, other: Inside): Promise<void> {
  const answer = await own.jar.read(ask)
  const isOther = namesAnother(answer, own.person.account.email, other.person.account.email)
  bench.claim(claim, !isOther, `${new URL(ask.url).pathname} names the other person`)
}
