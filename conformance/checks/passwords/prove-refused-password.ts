import type { Bench } from '../bench/bench.ts'
import { choosePassword, goodPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'

/**
 * Somebody at the form for the first password tries these, one after the other; each must be refused there, and a good
 * one must be taken after all.
 * @param tried what a report calls it → the password
 */
export async function proveRefusedPassword(bench: Bench, person: Person, tried: Record<string, string>) {
  const last = Object.keys(tried).length - 1
  for (const [n, [of, password]] of Object.entries(tried).entries()) {
    const error = await person.isTold(() => choosePassword(person, password))
    bench.claim(`${of} is not accepted`, await person.isAt('change-your-password'))
    await proveRefused(bench, {
      of,
      error,
      facts: await person.signedIn(),
      afterwards: n < last ? 'the form is still there' : 'a good password is accepted',
      works: async () => {
        if (n < last) return person.isAt('change-your-password')
        await choosePassword(person, goodPassword(bench))
        return person.isAt('account-activated')
      },
    })
  }
}
