import type { Stage } from '../stages.ts'
import { subject } from './rule.ts'

const rule = subject('sessions')

const HOUR = 60 * 60 * 1000

export const isSignedIn = rule(
  {
    says: 'A session exists only after the last step of the login.',
    clauses: ['ASVS 5.0 6.3.3', 'ASVS 5.0 2.3.1'],
    tests: ['actions/session.test.ts'],
  },
  ({ stage }: { stage: Stage }): boolean => stage === 'in',
)

export const mayOpenDashboard = rule(
  {
    says: 'No step of the login can be skipped: the dashboard opens only after the last one.',
    clauses: ['ASVS 5.0 2.3.1'],
    tests: ['actions/way-in.test.ts'],
  },
  (visit: { stage: Stage }): boolean => isSignedIn(visit),
)

export const isVisitOver = rule(
  {
    says: 'A session ends after one hour without a request, and after twelve hours in all. An unfinished login ends after one hour.',
    clauses: ['NIST SP 800-63B-4 2.2.3', 'ASVS 5.0 7.3.1', 'ASVS 5.0 7.3.2'],
    tests: ['actions/session.test.ts'],
  },
  /** Times in ms. */
  (visit: { stage: Stage; started_at: number; seen_at: number }, now: number): boolean => {
    const life = visit.stage === 'in' ? 12 * HOUR : HOUR
    return now - visit.seen_at >= HOUR || now - visit.started_at >= life
  },
)

export const isCrossSite = rule(
  {
    says: 'A request that changes something comes from the product’s own pages. Browsers say so in Sec-Fetch-Site and in Origin, which pages cannot forge; a request with neither is refused.',
    clauses: ['ASVS 5.0 3.5.1'],
    tests: ['http/refuse-cross-site.test.ts'],
  },
  (request: { origin?: string; secFetchSite?: string }, own: string): boolean => {
    // Under `Referrer-Policy: no-referrer` the origin is `null` (Fetch section 3.2).
    const origin = request.origin === 'null' ? undefined : request.origin
    if (origin !== undefined && origin !== own) return true
    if (request.secFetchSite !== undefined) return request.secFetchSite !== 'same-origin'
    return origin === undefined
  },
)

export const isFormForged = rule(
  {
    says: 'A form carries a token that only this browser was given, for the link that led to it. A request that changes something without it is refused.',
    clauses: ['ASVS 5.0 3.5.1', 'ASVS 5.0 8.2.2'],
    tests: ['http/form-token.test.ts'],
  },
  (sent: string | undefined, own: string | undefined): boolean => own === undefined || sent !== own,
)
