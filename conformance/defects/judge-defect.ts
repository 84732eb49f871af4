import type { Verdict } from '../report/result.ts'
import type { Defect } from './defect.ts'
import type { Made } from './run-check.ts'

/** What a check reports for a seeded defect, in addition to what it must report. */
export interface Judged {
  /** What failed, or proved nothing, as it should. */
  caught: string[]
  /** What should have and did not: the defect survives there. */
  missed: string[]
  /** What failed though it has nothing to do with the defect. */
  accused: string[]
  /** What came out neither way, and is not behind a failure. */
  open: Made['verdicts']
}

/** These need no further report. */
const settled: Verdict[] = ['passed', 'failed', 'blocked']
/** Verdicts of a check that tried something and proved nothing. */
const unprovenVerdicts: Verdict[] = ['inconclusive', 'config-error']

/** @param fails exactly what must fail @param unproven exactly what must prove nothing */
export function judgeDefect(
  { verdicts }: Pick<Made, 'verdicts'>,
  { fails, unproven = [] }: Pick<Defect, 'fails' | 'unproven'>,
): Judged {
  const idsOf = (...wanted: Verdict[]) =>
    verdicts.flatMap(({ id, verdict }) => (wanted.includes(verdict) ? id : []))
  const [failed, proveNothing] = [idsOf('failed'), idsOf(...unprovenVerdicts)]
  /** The name of a check covers its claims, and the name of a claim covers its check. */
  const isNamed = (id: string) => {
    const of = verdicts.find((one) => one.id === id)?.of
    return fails.some((one) => one === id || one === of || one.startsWith(`${id}.`))
  }
  return {
    caught: [
      ...fails.filter((id) => failed.includes(id)),
      ...unproven.filter((id) => proveNothing.includes(id)),
    ],
    missed: [
      ...fails.filter((id) => !failed.includes(id)),
      ...unproven.filter((id) => !proveNothing.includes(id)),
    ],
    accused: failed.filter((id) => !isNamed(id)),
    // Claims are reported with their checks.
    open: verdicts.filter(
      ({ id, verdict, of }) => !of && !settled.includes(verdict) && !unproven.includes(id),
    ),
  }
}

/** Whether the defect was caught, by exactly what it names. */
export const isKilled = ({ caught, missed, accused, open }: Judged): boolean =>
  caught.length > 0 && missed.length + accused.length + open.length === 0

/** Whether a tenant without a defect was accused of nothing; what cannot be tested there accuses no one. */
export const isCleared = ({ accused, open }: Judged): boolean =>
  accused.length === 0 && open.every(({ verdict }) => verdict === 'not-testable')
