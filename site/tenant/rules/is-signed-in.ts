import type { Stage } from '../stages.ts'

/** ASVS 5.0 6.3.4: a session exists only after the last step of the login. */
export function isSignedIn({ stage }: { stage: Stage }): boolean {
  return stage === 'in'
}
