import { withTag } from '../../../machines/model/values.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { difference, traceOf } from './trace.ts'

interface Both {
  known: Person
  unknown: Person
  /**
   * Somebody else with a registered address, who does the same last. Needed where people do it so often that a limit by the sender may
   * be reached between them.
   */
  last?: () => Promise<Person>
}

export type Prepare = (person: Person, email: 'registered' | 'unknown') => Promise<() => Promise<void>>

/** Judges the claim `invited`: someone who has been invited and has no password yet is as unknown as anybody. Uses activation. */
export async function proveAlikeInvited(bench: Bench, prepare: Prepare): Promise<void> {
  const activation = bench.optionalRole('activation')
  if (!activation || !bench.canArrange(activation.invited))
    return bench.skip('invited', 'Nobody is invited here.')
  const known = await bench.person(activation.invited)
  try {
    await proveAlike(bench, 'invited', { known, unknown: await bench.another(known) }, prepare)
  } catch (error) {
    if (error instanceof NotTestable) bench.skip('invited', error.message)
    else if (error instanceof Unproven) bench.unproven('invited', error.message)
    else throw error
  }
}

/** In capitals a registered address is written as nobody has stored it. */
export const inCapitals = (email: string) => email.toUpperCase()

/**
 * Two people do the same, one with a registered address and one with an unknown one, and the result is the same.
 * @param prepare goes to where it is done, and answers what sends it
 * @param write how `prepare` writes an address
 * @throws NotTestable when nothing is sent by it
 */
export async function proveAlike(
  bench: Bench,
  claim: string,
  { known, unknown, last }: Both,
  prepare: Prepare,
  write = (email: string) => email,
) {
  const nobody = write(withTag(unknown.account.email, 'nobody'))
  const one = await traceOf(known, write(known.account.email), await prepare(known, 'registered'))
  const other = await traceOf(unknown, nobody, await prepare(unknown, 'unknown'))
  if (!one.sent && !other.sent)
    throw new NotTestable('Nothing is sent by this alone: there is no answer that could differ.')
  let different = difference(one, other)
  if (different !== undefined) {
    // What differs from one time to the next, for the same address, tells nothing.
    const repeated = await bench.elsewhere(unknown)
    different = difference(one, other, await traceOf(repeated, nobody, await prepare(repeated, 'unknown')))
    await repeated.session.context.close()
  }
  if (different !== undefined && last) {
    const third = await last()
    const after = await traceOf(third, write(third.account.email), await prepare(third, 'registered'))
    if (difference(after, other) === undefined)
      return bench.unproven(
        claim,
        `Another registered address, tried last, brings what the unknown one does: ${different}`,
      )
  }
  bench.claim(claim, different === undefined, different)
}
