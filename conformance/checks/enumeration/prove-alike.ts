import { withTag } from '../../../machines/model/values.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { difference, traceOf } from './trace.ts'

interface Both {
  known: Person
  unknown: Person
}

/**
 * Two people do the same, one with a registered address and one with an unknown one, and what comes of it is the same.
 * @param prepare goes to where it is done, and answers the deed; `email` is a symbol of drivers/values.ts
 * @throws NotTestable when nothing is sent by it
 */
export async function proveAlike(
  bench: Bench,
  { known, unknown }: Both,
  what: string,
  prepare: (person: Person, email: 'registered' | 'unknown') => Promise<() => Promise<void>>,
) {
  const one = await traceOf(known, known.account.email, await prepare(known, 'registered'))
  const other = await traceOf(
    unknown,
    withTag(unknown.account.email, 'nobody'),
    await prepare(unknown, 'unknown'),
  )
  if (!one.sent && !other.sent)
    throw new NotTestable(`Nothing is sent by ${what} alone: there is no answer that could tell.`)
  const different = difference(one, other)
  bench.claim(
    `${what} brings the same for a registered address and an unknown one`,
    different === undefined,
    different,
  )
}
