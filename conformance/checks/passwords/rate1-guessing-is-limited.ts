import type { Bench } from '../bench/bench.ts'
import { guessInVain, guessTogether } from '../bench/guess.ts'
import { account, enterPassword, isHeldAtPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { sentFrom } from '../bench/sender-headers.ts'
import { defineCheck } from '../check.ts'
import { opensWith } from '../ownership/opens-with.ts'

/** NIST 3.2.2: at most 100 consecutive failed attempts. */
const MOST = 100
/** For documentation (RFC 5737 section 3). */
const ANOTHER_SENDER = sentFrom('203.0.113.7')

export const rate1 = defineCheck({
  id: 'RATE1',
  title: 'After the documented number of wrong passwords the right one is not accepted at once',
  source: 'NIST 3.2.2; 6.3.1; 4.1.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['codes'],
  needs: ['documented.attempts'],
  seconds: 150,
  claims: {
    documented: `the documented limit is at most ${MOST}`,
    limited: 'after that many wrong passwords the right one leads no further',
    out: 'no one is logged in',
    alike: 'the right password is then answered like a wrong one',
    capitals: 'the right password leads no further for the address in other capitals',
    forwarded: 'the right password leads no further with headers that name another sender',
    'at-once':
      'the right password leads no further after that many wrong ones that were sent at the same time',
    says: 'an error says why',
  },
  async prove(bench) {
    const limit = bench.documented('attempts')
    bench.claim('documented', limit <= MOST, `it is ${limit}`)
    const person = await account(bench)
    // The control: before the guesses the password is the right one.
    if (!(await opens(await bench.elsewhere(person))))
      throw new Unproven('The right password is not accepted.')
    await guess(person, limit)
    const other = await bench.elsewhere(person)
    await toPassword(other)
    const error = await other.errorAfter(() => enterPassword(other))
    const isHeld = bench.claim(
      'limited',
      await isHeldAtPassword(other),
      'it is accepted as if nothing had happened',
    )
    bench.claimOut('out', await other.signedIn())
    if (isHeld) {
      await claimAlike(bench, await bench.elsewhere(person), error)
      await claimNoWayAround(bench, person, limit)
      await claimCountedAtOnce(bench, limit)
    } else
      for (const claim of ['alike', 'capitals', 'forwarded', 'at-once'])
        bench.skip(claim, 'The right password is accepted.')
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

/** Sessions that guess at the same time. */
const GUESSERS = 4

const WRONG = 'certainly not the password'

async function guess(person: Person, times: number) {
  await toPassword(person)
  await guessInVain(person, times, () => enterPassword(person, 'wrong'), WRONG)
}

/** A count that is read before it is written loses guesses that come at the same time. */
async function claimCountedAtOnce(bench: Bench, limit: number) {
  const isBlockedBy = async (send: 'at-once' | 'in-series') => {
    const person = await account(bench)
    const guessers: Person[] = []
    for (let n = 0; n < GUESSERS; n++) {
      const guesser = await bench.elsewhere(person)
      await toPassword(guesser)
      guessers.push(guesser)
    }
    await guessTogether(guessers, limit, (guesser) => enterPassword(guesser, 'wrong'), WRONG, send)
    return !(await opens(await bench.elsewhere(person)))
  }
  const isCounted = await isBlockedBy('at-once')
  // Where a form can be sent once, guesses that are made ready together are refused for that.
  if (isCounted || (await isBlockedBy('in-series')))
    bench.claim('at-once', isCounted, 'the right password is accepted then')
  else
    bench.unproven('at-once', 'The control fails: the same requests, sent one after the other, block nobody.')
}

/** Where guesses are counted by the address as it is typed, or by the sender that a header names, nobody is ever blocked. */
async function claimNoWayAround(bench: Bench, person: Person, limit: number) {
  const inCapitals = await bench.elsewhere(person)
  const capitals = await opensWith(inCapitals, (email) => email.toUpperCase())
  bench.claim('capitals', !capitals, 'the right password is accepted then')
  // A password that was accepted ends the block.
  if (capitals) await guess(await bench.elsewhere(person), limit)
  const fromAfar = await bench.elsewhere(person)
  await fromAfar.session.context.setExtraHTTPHeaders(ANOTHER_SENDER)
  bench.claim('forwarded', !(await opens(fromAfar)), 'the right password is accepted then')
}

/** How long the block still lasts changes while it lasts. */
/** How long people have to wait differs from one moment to the next, in its unit, too. */
const withoutTime = (text = '') =>
  text
    .replaceAll(/\b(?:\d+|an?|one|a few)\s*(?:s|sec|seconds?|min|minutes?|h|hours?)\b/gi, '‹time›')
    .replaceAll(/\d+/g, '0')

async function opens(person: Person): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person)
  return isPastPassword(person)
}
