import type { Bench } from '../bench/bench.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { opensAtProvider } from '../relying-party/trust.ts'

/** One way in which people log in. Its session may be another kind than those of the other ways. */
export interface WayIn {
  /** Someone with an account, not logged in. */
  someone(): Promise<Person>
  /** Ends on the protected page. @throws Unproven */
  logIn(person: Person): Promise<void>
}

/** By a password and, where it is asked for, a code. Roles: login, session; uses codes. */
const byPassword = (bench: Bench): WayIn => ({
  someone: () => account(bench),
  logIn: (person) => toProtectedPage(person),
})

/** At the provider, by name and password. Roles: login, session, sso. */
export const atProvider = (bench: Bench): WayIn => ({
  someone: () => bench.person(bench.role('sso').signedIn),
  async logIn(person) {
    if (!(await opensAtProvider(person))) throw new Unproven('A login at the provider does not succeed.')
  },
})

/** Why nobody logs in at a provider here; `undefined` where people do. */
export function whyNotAtProvider(bench: Bench): string | undefined {
  const sso = bench.optionalRole('sso')
  const isHere =
    sso && bench.target.capabilities.includes('identity-provider') && bench.canArrange(sso.signedIn)
  return isHere ? undefined : 'No one logs in at a provider here.'
}

/**
 * Judges the same claims for each way in which people log in. What was shown for a password counts where nobody logs in at a provider.
 */
export async function forEachWayIn(
  bench: Bench,
  claims: readonly string[],
  prove: (way: WayIn) => Promise<void>,
): Promise<void> {
  await prove(byPassword(bench))
  if (whyNotAtProvider(bench) === undefined)
    await skipIfNotTestable(bench, claims, () => prove(atProvider(bench)))
}
