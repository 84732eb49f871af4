import type { Stage } from '../stages.ts'

/** ASVS 5.0 6.3.3 and 2.3.1: a session exists only after the last step of the login. */
export function isSignedIn({ stage }: { stage: Stage }): boolean {
  return stage === 'in'
}
