import type { Bench } from '../bench/bench.ts'
import { guessInVain } from '../bench/guess.ts'
import { account, enterPassword, isHeldAtPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

/** NIST 3.2.2: at most 100 consecutive failed attempts. */
const MOST = 100

export const rate1 = defineCheck({
  id: 'RATE1',
  title: 'After the documented number of wrong passwords the right one is not accepted at once',
  source: 'NIST 3.2.2; 6.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['codes'],
  needs: ['documented.attempts'],
  claims: {
    documented: `the documented limit is at most ${MOST}`,
    limited: 'after that many wrong passwords the right one leads no further',
    out: 'no one is logged in',
    alike: 'the answer to the right one is that to a wrong one',
    says: 'an error says why',
  },
  async prove(bench) {
    const limit = bench.documented('attempts')
    bench.claim('documented', limit <= MOST, `it is ${limit}`)
    const person = await account(bench)
    // The control: before the guesses the password is the right one.
    if (!(await opens(await bench.elsewhere(person))))
      throw new Unproven('The right password is not accepted.')
    await toPassword(person)
    await guessInVain(person, limit, () => enterPassword(person, 'wrong'), 'certainly not the password')
    const other = await bench.elsewhere(person)
    await toPassword(other)
    const error = await other.errorAfter(() => enterPassword(other))
    const isHeld = bench.claim(
      'limited',
      await isHeldAtPassword(other),
      'it is accepted as if nothing had happened',
    )
    bench.claimOut('out', await other.signedIn())
    if (isHeld) await claimAlike(bench, await bench.elsewhere(person), error)
    else bench.skip('alike', 'The right password is accepted.')
    if (error) bench.claim('says', true)
    else bench.unproven('says', 'The right password led no further, but no error was shown.')
  },
})

/** Else guessing goes on during the block, and what is found opens the account after it. */
async function claimAlike(bench: Bench, guesser: Person, error: string | undefined) {
  await toPassword(guesser)
  const toWrong = await guesser.errorAfter(() => enterPassword(guesser, 'wrong'))
  const inWords = (text: string | undefined) => (text === undefined ? 'no error' : `“${text}”`)
  const said = `the right one is answered with ${inWords(error)}, a wrong one with ${inWords(toWrong)}`
  bench.claim('alike', withoutTime(error) === withoutTime(toWrong), said)
}

/** How long the block still lasts changes while it lasts. */
const withoutTime = (text = '') => text.replaceAll(/\d+/g, '0')

async function opens(person: Person): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person)
  return isPastPassword(person)
}
