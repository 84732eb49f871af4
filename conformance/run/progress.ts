import { acceptClaims } from '../report/accept-claims.ts'
import { type Acceptance, acceptanceOf, dayOf, isCovered } from '../report/acceptance.ts'
import type { Checked, Outcome, PathRun } from '../report/result.ts'
import { marks } from '../report/terminal/paint.ts'
import { printable } from '../report/terminal/printable.ts'
import type { Verdict } from '../report/verdict.ts'

/** What came of a path or a check, as far as its line of progress says it. */
export interface Came {
  verdict: Verdict
  /** Absent where all passed. */
  reason?: string | undefined
}

/** Long enough to recognise a cause; the report has the whole. */
const LONGEST = 140
const MINUTE = 60_000

/** What a profile accepts, as it counts now. */
interface Accepting {
  acceptances?: readonly Acceptance[] | undefined
  /** `YYYY-MM-DD` */
  today?: string
}

/** What comes of a path of a flow: its first transition that did not pass, or why it could not go on. What is accepted counts last. */
export function cameOfPath(
  { notBegun, fault, stopped, outcomes }: PathRun,
  flow = '',
  { acceptances, today = dayOf(Date.now()) }: Accepting = {},
): Came {
  if (fault) return { verdict: 'harness-error', reason: fault.reason }
  if (notBegun) return { verdict: 'config-error', reason: notBegun }
  const covers = (one: Outcome) => isCovered(acceptanceOf(acceptances, `${flow}/${one.edge}`), one, today)
  const accepted = outcomes.find((one) => covers(one) || (one.verdict === 'passed' && one.accepted))
  // What cannot be reached over an accepted difference says nothing more.
  const against = outcomes.find(
    (one) => one.verdict !== 'passed' && !covers(one) && !(accepted && one.verdict === 'blocked'),
  )
  if (against) return { verdict: against.verdict, reason: `${against.edge}: ${against.reason}` }
  if (accepted) {
    const why = accepted.verdict === 'passed' ? accepted.accepted?.join('; ') : accepted.reason
    return { verdict: 'accepted', reason: `accepted: ${accepted.edge}: ${why}` }
  }
  return stopped ? { verdict: 'inconclusive', reason: stopped } : { verdict: 'passed' }
}

export function cameOfCheck(
  checked: Checked,
  { acceptances = [], today = dayOf(Date.now()) }: Accepting = {},
): Came {
  const { verdict, reason } = acceptClaims(
    { title: '', source: '', level: 'MUST', ...checked },
    acceptances,
    today,
  )
  if (verdict === 'accepted') return { verdict, reason: `accepted: ${reason}` }
  return verdict === 'passed' ? { verdict } : { verdict, reason }
}

/**
 * The line of progress: `✗ 3/31 log-in-2 6.4 s  password/password.right: Not there: …`.
 * @param left the time that is left, in words
 */
export function progressLine(
  { verdict, reason }: Came,
  counted: string,
  id: string,
  ms: number,
  left?: string,
): string {
  const why = reason ? `  ${shorten(printable(reason).replace(/\s+/g, ' '))}` : ''
  return `${marks[verdict]} ${counted} ${id} ${(ms / 1000).toFixed(1)} s${left ? ` · ${left}` : ''}${why}`
}

/** Comes before what is not done yet. */
const UNDER_WAY = '…'

/** Said of what takes long, so that nobody takes the run for dead: `… 2/31 FLT.log-in has been under way for 3 min`. */
export const underWayLine = (counted: string, id: string, ms: number): string =>
  `${UNDER_WAY} ${counted} ${id} has been under way for ${Math.round(ms / MINUTE)} min`

/** Whether a line of output is one of progress. */
export const isProgress = (line: string): boolean =>
  [...Object.values(marks), UNDER_WAY].some((mark) => line.startsWith(`${mark} `)) &&
  /^\S \d+\/\d+ /.test(line)

const shorten = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`)
