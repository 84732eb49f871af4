import type { Bench } from '../bench/bench.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import { type Met, metByAdministrator, metDuring } from '../bench/pages-met.ts'
import { defineCheck } from '../check.ts'

/** ASVS 5.0 3.4.1: at least a year, in seconds. */
const YEAR = 365 * 24 * 60 * 60

export const ses15 = defineCheck({
  id: 'SES15',
  title: 'Every answer holds browsers to HTTPS, and to the type that it states',
  source: '3.4.1; 3.4.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes', 'administration', 'ssoSettings'],
  needs: [],
  seconds: 60,
  claims: {
    transport: 'over HTTPS every page says Strict-Transport-Security for a year or more',
    nosniff: 'every page and interface says X-Content-Type-Options: nosniff',
  },
  async prove(bench) {
    const person = await account(bench)
    const met = await metDuring(person, () => toProtectedPage(person))
    const administration = await metByAdministrator(bench)
    const answers = [...met, ...(administration?.met ?? [])]
    if (answers.length === 0) throw new NotTestable('No page of the deployment was met on the way in.')
    for (const answer of answers) judge(bench, answer)
    if (!answers.some(isOverTls)) bench.skip('transport', 'The deployment is reached without HTTPS here.')
  },
})

const isOverTls = ({ url }: Met) => url.startsWith('https:')

function judge(bench: Bench, answer: Met) {
  const { pathname } = new URL(answer.url)
  const { 'strict-transport-security': transport, 'x-content-type-options': options } = answer.headers
  const age = Number(/max-age="?(\d+)/i.exec(transport ?? '')?.[1] ?? 0)
  if (isOverTls(answer))
    bench.claim('transport', age >= YEAR, `${pathname} says ${transport ? `“${transport}”` : 'nothing'}`)
  const isBound = options?.trim().toLowerCase() === 'nosniff'
  bench.claim('nosniff', isBound, `${pathname} says ${options ? `“${options}”` : 'nothing'}`)
}
