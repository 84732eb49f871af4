import type { Bench } from '../bench/bench.ts'
import { guessInVain } from '../bench/guess.ts'
import { guessCodes } from '../bench/guess-codes.ts'
import {
  account,
  enterCode,
  enterPassword,
  hasApp,
  holder,
  isAskedForCode,
  isInside,
  isPastPassword,
  toCode,
  toPassword,
} from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

export const rate3 = defineCheck({
  id: 'RATE3',
  title: 'One guess fewer than documented blocks nobody, and a login resets the count',
  source: 'the documentation: so many wrong inputs in a row block an account; 6.1.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['codes', 'session'],
  needs: ['documented.attempts'],
  seconds: 120,
  claims: {
    passwords: 'after one wrong password fewer than documented the right one is accepted',
    'passwords-anew': 'a login resets the count of wrong passwords',
    codes: 'after one wrong code fewer than documented the right one is accepted',
    'codes-anew': 'a login resets the count of wrong codes',
  },
  async prove(bench) {
    await proveFewer(bench, () => account(bench), {
      claims: ['passwords', 'passwords-anew'],
      times: bench.documented('attempts') - 1,
      async guess(person, times) {
        const guesser = await bench.elsewhere(person)
        await toPassword(guesser)
        const enter = () => enterPassword(guesser, 'wrong')
        await guessInVain(guesser, times, enter, 'certainly not the password')
      },
      async accepts(person) {
        await toPassword(person)
        await enterPassword(person)
        return isPastPassword(person)
      },
      async finish(person) {
        if (await isAskedForCode(person)) await enterCode(person)
        return isInside(person)
      },
    })
    if (!hasApp(bench) || !bench.optionalRole('session')) {
      for (const claim of ['codes', 'codes-anew']) bench.skip(claim, 'Nobody has an authenticator app here.')
      return
    }
    await proveFewer(bench, () => holder(bench), {
      claims: ['codes', 'codes-anew'],
      times: bench.documented('codeAttempts') - 1,
      guess: guessCodes,
      async accepts(person) {
        await toCode(person)
        await enterCode(person)
        return isInside(person)
      },
      finish: async () => true,
    })
  },
})

interface Guessing {
  /** That the right input is accepted after that many guesses, and after as many once more. */
  claims: readonly [string, string]
  times: number
  guess(person: Person, times: number): Promise<void>
  /** Whether the right input is accepted. */
  accepts(person: Person): Promise<boolean>
  /** Whether the person is logged in then. */
  finish(person: Person): Promise<boolean>
}

async function proveFewer(
  bench: Bench,
  someone: () => Promise<Person>,
  { claims: [fewer, anew], times, guess, accepts, finish }: Guessing,
) {
  if (times < 1) {
    for (const claim of [fewer, anew]) bench.skip(claim, 'The first guess blocks, as documented.')
    return
  }
  const person = await someone()
  // The control: before the guesses the right input is accepted.
  if (!(await accepts(await bench.elsewhere(person)))) {
    for (const claim of [fewer, anew]) bench.unproven(claim, 'It is not accepted before any guess either.')
    return
  }
  await guess(person, times)
  const after = await bench.elsewhere(person)
  if (await accepts(after)) bench.claim(fewer, true)
  else {
    // A product may count every attempt: then it has counted the control as well.
    const fresh = await someone()
    await guess(fresh, times)
    const isAccepted = await accepts(await bench.elsewhere(fresh))
    if (bench.claim(fewer, isAccepted, `after ${times} it is refused`))
      bench.claim(anew, false, `after a login and ${times} more it is refused`)
    else bench.skip(anew, 'Nobody gets in after fewer guesses either.')
    return
  }
  const isIn = await finish(after).catch((error: unknown) => {
    if (error instanceof NotTestable) return false
    throw error
  })
  if (!isIn) return bench.skip(anew, 'Nobody who can be arranged here gets to the end of a login.')
  await guess(person, times)
  bench.claim(
    anew,
    await accepts(await bench.elsewhere(person)),
    `after ${times}, a login and ${times} more it is refused`,
  )
}
