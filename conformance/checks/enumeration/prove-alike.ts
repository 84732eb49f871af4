import { withTag } from '../../../machines/model/values.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { difference } from './difference.ts'
import { type Trace, traceOf } from './trace.ts'

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

/** Of two pages that come by chance, one comes every time for the one address and the other for the other once in 32 cases. */
const MOST_TIMES = 3

/** Whether both get what neither got before: somebody has asked too often, and what came tells nothing about an address. */
const isLimit = (one: Trace, other: Trace, before: readonly Trace[]) =>
  difference([one], [other]) === undefined &&
  before.every((earlier) => difference([earlier], [one]) !== undefined)

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
  const traced = async (person: Person, email: 'registered' | 'unknown') => {
    const { account } = person
    const typed = write(email === 'registered' ? account.email : withTag(account.email, 'nobody'))
    return traceOf(person, typed, await prepare(person, email))
  }
  const again = async (person: Person, email: 'registered' | 'unknown') => {
    const repeated = await bench.elsewhere(person)
    const trace = await traced(repeated, email)
    await repeated.session.context.close()
    return trace
  }
  const ones = [await traced(known, 'registered')]
  const others = [await traced(unknown, 'unknown')]
  if (![...ones, ...others].some(({ sent }) => sent))
    throw new NotTestable('Nothing is sent by this alone: there is no answer that could differ.')
  let different = difference(ones, others)
  if (different !== undefined && last) {
    const after = await traced(await last(), 'registered')
    if (difference([after], others) === undefined)
      return bench.unproven(
        claim,
        `Another registered address, tried last, brings what the unknown one does: ${different}`,
      )
  }
  // What differs from one time to the next, for the same address, tells nothing.
  for (let times = 1; different !== undefined && times < MOST_TIMES; times++) {
    const other = await again(unknown, 'unknown')
    const one = await again(known, 'registered')
    if (isLimit(one, other, [...ones, ...others])) break
    ones.push(one)
    others.push(other)
    different = difference(ones, others)
  }
  bench.claim(claim, different === undefined, different)
}
