import { CheckError } from '../errors.ts'
import { anyIssuer } from './any-issuer.ts'
import { anySixDigits } from './any-six-digits.ts'
import { dashboardHalfWay } from './dashboard-half-way.ts'
import type { Defect } from './defect.ts'
import { everyoneAdministers } from './everyone-administers.ts'
import { linkNeverExpires } from './link-never-expires.ts'
import { linkWorksTwice } from './link-works-twice.ts'
import { noSecondFactor } from './no-second-factor.ts'
import { wrongPasswordAccepted } from './wrong-password-accepted.ts'

/** Every defect, listed once. */
export const defects: Defect[] = [
  linkNeverExpires,
  anySixDigits,
  noSecondFactor,
  wrongPasswordAccepted,
  dashboardHalfWay,
  linkWorksTwice,
  everyoneAdministers,
  anyIssuer,
]

/** @throws CheckError `unknown-defect`, naming those there are */
export function defectOf(id: string): Defect {
  const defect = defects.find((defect) => defect.id === id)
  if (defect) return defect
  const known = defects.map(({ id }) => id).join(', ')
  throw new CheckError('unknown-defect', `There is no defect "${id}": choose one of ${known}.`)
}
