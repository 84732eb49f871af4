import { logOut } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { bring, heldAnswer } from '../relying-party/held-answer.ts'
import { opensAtProvider } from '../relying-party/trust.ts'

/**
 * Holds back an answer of the provider in force. Answers what brings it later, and judges the claim `former`. The control is another
 * answer, which is brought at once.
 */
export async function holdAnswer(administrator: Person): Promise<() => Promise<void>> {
  const { bench } = administrator
  try {
    const control = await atProvider(administrator)
    if (!(await bring(control, await heldAnswer(control))).accepted)
      return async () =>
        bench.unproven('former', 'The control fails: an answer at once logs nobody in either.')
    const late = await atProvider(administrator)
    const answer = await heldAnswer(late)
    return async () => {
      await bring(late, answer)
      bench.claimOut('former', await late.signedIn())
    }
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    // A logout may have ended the session at the provider, too.
    return async () => bench.skip('former', error.message)
  }
}

/** The same person at another computer, who is signed in at the provider there, and not logged in. */
async function atProvider(administrator: Person): Promise<Person> {
  const person = await administrator.bench.elsewhere(administrator)
  if (!(await opensAtProvider(person))) throw new Unproven('The provider logs nobody in.')
  await logOut(person)
  return person
}
