import type { SignedInFacts } from '../../session/signed-in.ts'
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
  const { session, dashboard } = facts
  bench.claim(`${of} opens no session`, session !== true, 'there is a session')
  bench.claim('the dashboard stays closed', dashboard === 'denied', 'the dashboard opens')
  proveTold(bench, of, error)
  bench.claim(`after that, ${afterwards}`, await works(), 'the right input does not work any more')
}

interface Futility {
  /** What was tried. */
  of: string
  error: string | undefined
  /** What must be as it was. */
  stays: string
  holds: () => Promise<boolean>
}

/**
 * A rejection of somebody who is logged in and stays so: an error is shown, and nothing has changed.
 * @throws Disproved @throws Unproven when nothing has changed and nothing was said
 */
export async function proveUnchanged(bench: Bench, { of, error, stays, holds }: Futility) {
  bench.claim(`after ${of}, ${stays}`, await holds())
  proveTold(bench, of, error)
}

function proveTold(bench: Bench, of: string, error: string | undefined) {
  if (error === undefined) throw new Unproven(`After ${of} nothing was said: silence proves nothing.`)
  bench.claim(`an error is shown: “${error}”`, true)
}

/** Nobody is logged in. */
export const isOut = (facts: SignedInFacts) => !isIn(facts)
