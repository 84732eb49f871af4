import {
  type CheckResult,
  type CheckVerdict,
  type ClaimResult,
  type StepResult,
  type TransitionResult,
  type Verdict,
  verdictNames,
} from './result.ts'
import { nothingJudged } from './verdicts.ts'

/** Address that opens a moment in the simulator of a site, which may live below a path. */
export const addressOf = (site: string, replay: string): string => `${site.replace(/\/+$/, '')}${replay}`

/** `1 path`, `3 paths` */
export const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`

/** How many there are of each, in the order of the verdicts: `3 passed, 1 failed`. */
export const inNumbers = (counts: Partial<Record<Verdict, number>>): string =>
  verdictNames.flatMap((verdict) => (counts[verdict] ? `${counts[verdict]} ${verdict}` : [])).join(', ')

/** `212 of 215, 3 left out` */
export const triedInWords = ({ obligations: { planned, run, leftOut } }: CheckResult['summary']): string =>
  `${run} of ${planned}${leftOut > 0 ? `, ${leftOut} left out` : ''}`

/** Whether nothing at all was seen to be so or otherwise. */
export const isNothingJudged = ({ flows, checks }: CheckResult): boolean =>
  nothingJudged([...flows.flatMap(({ transitions }) => transitions), ...checks].map(({ verdict }) => verdict))

export const NOTHING_JUDGED =
  'Nothing was judged: 0 passed, 0 failed. The reasons are above; a run that tries nothing proves nothing.'

/** Transitions that no documented step or sentence speaks of: standards, and what was inferred. */
export function besideDocumentation(flow: {
  steps: StepResult[]
  sentences: StepResult[]
  transitions: TransitionResult[]
}): TransitionResult[] {
  const documented = [...flow.steps, ...flow.sentences].flatMap(({ transitions }) => transitions)
  return flow.transitions.filter(({ id }) => !documented.some((one) => one.id === id))
}

/** Why a claim does not hold, or is not proven: `Expected: the cookie has a name; seen: it has none` */
export function claimInWords({ statement, observed, verdict }: Omit<ClaimResult, 'id'>): string {
  if (verdict === 'inconclusive') return `Not proven: ${statement}${observed ? `; ${observed}` : ''}`
  return `Expected: ${statement}; seen: ${observed ?? 'it does not hold'}`
}

/** What a check's clauses ask: `MUST from level 1, ASVS 6.4.1`; a number alone is one of ASVS. */
export const demandOf = ({ level, asvsLevel, source }: CheckVerdict): string =>
  `${level}${asvsLevel ? ` from level ${asvsLevel}` : ''}, ${source.replace(/(^|; )(?=\d)/g, '$1ASVS ')}`
