import type { SignedInFacts } from '../../drivers/signed-in.ts'
import type { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'
import { isIn } from './person.ts'

interface Refusal {
  /** What was tried, as a clause: “the code of another time”. */
  of: string
  /** The error that was shown; `undefined` is silence. */
  error: string | undefined
  /** Of whoever tried it. */
  facts: SignedInFacts
  /** What must still work: the right input, by the same person or another. */
  afterwards: string
  works: () => Promise<boolean>
}

/**
 * A rejection, by four facts: no session exists, the protected page is still denied, an error is shown, and the state is
 * as it was, for the right input works afterwards.
 * @throws Disproved @throws Unproven when all holds and nothing was said
 */
export async function proveRefused(bench: Bench, { of, error, facts, afterwards, works }: Refusal) {
  bench.claim(`${of} opens no session`, facts.session !== true)
  bench.claim(`${of} does not open the dashboard`, facts.dashboard === 'denied')
  if (error === undefined) throw new Unproven(`After ${of} nothing was said: silence proves nothing.`)
  bench.claim(`${of} is told to be wrong: “${error}”`, true)
  bench.claim(`after that, ${afterwards}`, await works(), 'the right input does not work any more')
}

/** Nobody is logged in. */
export const isOut = (facts: SignedInFacts) => !isIn(facts)
