import type { Stage } from '../stages.ts'

const HOUR = 60 * 60 * 1000

/**
 * NIST SP 800-63B-4 section 2.2.3 (AAL2), ASVS 5.0 7.3.1 and 7.3.2: a session ends after one hour without a request and
 * after twelve in all; a login that is not finished after one hour. Times in ms.
 */
export function isVisitOver(
  visit: { stage: Stage; started_at: number; seen_at: number },
  now: number,
): boolean {
  const life = visit.stage === 'in' ? 12 * HOUR : HOUR
  return now - visit.seen_at >= HOUR || now - visit.started_at >= life
}
