import { markdownTable } from '../../../conformance/report/markdown-table.ts'
import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import type { Proof, Proven } from '../proof.ts'
import { attack } from './attack.ts'
import { attackHttp, attackSmtp } from './attack-bytes.ts'
import { attackParser, parsers } from './parsers.ts'
import { parties } from './parties.ts'

const RUNS = 200
/** What the process may hold more after a second round with a party, in MB: the first one fills caches. */
const MOST_GROWTH = 60

const inWords = (statuses: Map<number, number>) =>
  [...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ')

/** What was attacked so far, and what did not hold. */
class Findings {
  readonly rows: string[][] = []
  readonly problems: string[] = []

  /** @param work answers what was answered */
  async add(what: string, work: () => Promise<string>, growth?: () => string): Promise<void> {
    const answers = await work().catch((error: Error) => {
      this.problems.push(`${what}: ${error.message}\n${error.cause ?? ''}`)
      return 'see below'
    })
    this.rows.push([what, answers, growth?.() ?? ''])
  }
}

async function attackServer(server: DoorstepProcess, findings: Findings, runs: number, seed: number) {
  const { at } = server
  const memory = () => server.memory() ?? 0
  for (const [name, party] of Object.entries(parties)) {
    let before = 0
    const rounds = async () => {
      const first = await attack(party, at, { runs, seed })
      before = memory()
      const second = await attack(party, at, { runs, seed: seed + 1 })
      for (const [status, count] of second) first.set(status, (first.get(status) ?? 0) + count)
      return inWords(first)
    }
    await findings.add(name, rounds, () => {
      const grown = Math.round(memory() - before)
      if (grown > MOST_GROWTH) findings.problems.push(`${name}: the process grew by ${grown} MB.`)
      return `${grown} MB`
    })
  }
  const conversations = (count: number) => `${count} conversations`
  await findings.add('mail server', async () => conversations(await attackSmtp(at, { runs, seed })))
  await findings.add('ports of HTTP', async () => conversations(await attackHttp(at, { runs, seed })))
  if (server.hasEnded) findings.problems.push('The process has ended.')
  // Pages need not be built for this.
  const log = server.log.replace(/^serveStatic: .*$/m, '').trim()
  if (log) findings.problems.push(`Its log has: ${log.slice(0, 1_000)}`)
}

export const fuzzProof: Proof = {
  about:
    'odd requests to every route, odd bytes to every port, odd input to every parser: no failure, no crash, no growth',
  async prove({ times: runs = RUNS, seed = Date.now() % 2 ** 31 }): Promise<Proven> {
    const findings = new Findings()
    await withDoorstep({ env: { MAX_SANDBOXES: '300' } }, (server) =>
      attackServer(server, findings, runs, seed),
    )
    for (const [name, parser] of Object.entries(parsers))
      await findings.add(name, async () => {
        await attackParser(parser, runs, seed)
        return `${runs} inputs`
      })
    const { rows, problems } = findings
    const table = markdownTable(['what', 'answers, by status', 'growth in the second half'], rows)
    return { text: `${runs} visits of up to 12 requests, twice; seed ${seed}.\n\n${table}`, problems }
  },
}
