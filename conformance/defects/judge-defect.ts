import type { Verdict } from '../report/result.ts'
import type { Made } from './run-check.ts'

/** What a check says of a seeded defect, beside what it has to say. */
export interface Judged {
  /** What failed, as it should. */
  caught: string[]
  /** What should have failed and did not: the defect survives there. */
  missed: string[]
  /** What failed though it has nothing to do with the defect. */
  accused: string[]
  /** What came out neither way, and is not behind a failure. */
  open: Made['verdicts']
}

/** Nothing more is to be said about these. */
const settled: Verdict[] = ['passed', 'failed', 'blocked']

/** @param fails exactly what must fail */
export function judgeDefect({ verdicts }: Pick<Made, 'verdicts'>, fails: string[]): Judged {
  const failed = verdicts.flatMap(({ id, verdict }) => (verdict === 'failed' ? id : []))
  return {
    caught: fails.filter((id) => failed.includes(id)),
    missed: fails.filter((id) => !failed.includes(id)),
    accused: failed.filter((id) => !fails.includes(id)),
    open: verdicts.filter(({ verdict }) => !settled.includes(verdict)),
  }
}

/** Whether the defect was caught, by exactly what it names. */
export const isKilled = ({ caught, missed, accused, open }: Judged): boolean =>
  caught.length > 0 && missed.length + accused.length + open.length === 0

/** Whether a tenant without a defect was accused of nothing; what cannot be tested there accuses nobody. */
export const isCleared = ({ accused, open }: Judged): boolean =>
  accused.length === 0 && open.every(({ verdict }) => verdict === 'not-testable')
