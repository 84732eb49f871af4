import type { Stage } from '../stages.ts'
import { isSignedIn } from './is-signed-in.ts'

/** ASVS 5.0 2.3.1: no step may be jumped over; who is half-way through the login sees nothing yet. */
export function mayOpenDashboard(visit: { stage: Stage }): boolean {
  return isSignedIn(visit)
}
