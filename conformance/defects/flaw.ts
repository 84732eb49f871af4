import type { Defect } from './defect.ts'

/**
 * A defect that breaks one thing, which no other claim than these finds.
 * @param fails claims, such as `SES3.name`
 */
export function flaw(
  fails: string | readonly string[],
  id: string,
  title: string,
  how: Pick<Defect, 'rules' | 'tamper' | 'mail'>,
): Defect {
  const claims = [fails].flat()
  const checks = [...new Set(claims.map((claim) => claim.split('.')[0] ?? ''))]
  return { id, title, ...how, flows: [], checks, fails: claims }
}
