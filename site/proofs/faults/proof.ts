import { markdownTable, milliseconds } from '../../../conformance/report/markdown-table.ts'
import type { Proof } from '../proof.ts'
import { clockJumps } from './clock-jumps.ts'
import { databaseAway } from './database-away.ts'
import { diskFull } from './disk-full.ts'
import type { Fault, Suffered } from './fault.ts'
import { mailDown } from './mail-down.ts'

/** Each thing around the server that can fail. */
export const faults: readonly Fault[] = [diskFull, mailDown, databaseAway, clockJumps]

/** Within which it serves again by itself, in ms. */
const BACK = 10_000

/** Why it did not bear a fault, each in one sentence. */
export function problemsOf({ answers, back, lost }: Suffered): string[] {
  const failures = [...answers.keys()].filter((status) => !/^(?:[234]\d\d|502|503)$/.test(status))
  return [
    ...(failures.length > 0 ? [`answers were ${failures.join(', ')}.`] : []),
    ...(back > BACK ? [`it served again only after ${back} ms.`] : []),
    ...(lost.length > 0 ? [`lost: ${lost.join(', ')}.`] : []),
  ]
}

export const faultsProof: Proof = {
  about:
    'disk full, mail server down, PostgreSQL gone, clock jumps: it says so, loses nothing, and goes on by itself',
  async prove() {
    const rows: string[][] = []
    const problems: string[] = []
    for (const { what, suffer } of faults) {
      const suffered = await suffer()
      if (!suffered) {
        rows.push([what, '', 'not staged: it is not on this machine', '', ''])
        continue
      }
      const answers = [...suffered.answers].map(([status, times]) => `${status}: ${times}`).join(', ')
      rows.push([
        what,
        answers,
        suffered.log.slice(0, 160),
        milliseconds(suffered.back),
        String(suffered.lost.length),
      ])
      problems.push(...problemsOf(suffered).map((problem) => `${what}: ${problem}`))
    }
    return {
      text: markdownTable(['fault', 'answers meanwhile', 'what is said', 'back after', 'lost'], rows),
      problems,
    }
  },
}
