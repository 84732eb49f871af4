import type { Bench } from '../bench/bench.ts'
import { guessTogether } from '../bench/guess.ts'
import { guessCodes } from '../bench/guess-codes.ts'
import {
  enterCode,
  enterPassword,
  holder,
  isAtProtectedPage,
  toCode,
  toPassword,
  toProtectedPage,
} from '../bench/journeys.ts'
import { chooseNewPassword, toReset } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'

/** NIST 3.2.2. */
const MOST = 100
/** A field that comes with a message is there by then, in milliseconds. */
const AT_ONCE = 500

export const otp4 = defineCheck({
  id: 'OTP4',
  title: 'Wrong codes are counted until the account is blocked, over several logins',
  source: 'NIST 3.2.2; 6.6.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  uses: ['reset'],
  needs: ['authenticator-app', 'documented.codeAttempts'],
  seconds: 180,
  claims: {
    documented: `the documented limit is at most ${MOST}`,
    limited: 'after that many wrong codes in two logins the right one opens nothing',
    says: 'an error says why',
    reset: 'a new password through a mailed link does not reset the count',
    'at-once': 'the right code opens nothing after that many wrong ones that were sent at the same time',
  },
  async prove(bench) {
    const { codeForm } = bench.role('codes')
    const limit = bench.documented('codeAttempts')
    bench.claim('documented', limit <= MOST, `it is ${limit}`)
    const person = await holder(bench)
    // The control: before the guesses the code of the app opens a session.
    await toProtectedPage(await bench.elsewhere(person))
    await guessTwice(person, limit)
    await toPassword(person)
    // A blocked account may be refused at the password already.
    const held = await person.errorAfter(
      () => enterPassword(person),
      () => person.isAt(codeForm, 0),
    )
    const asked = await person.isAt(codeForm, AT_ONCE)
    const error = asked
      ? await person.errorAfter(
          () => enterCode(person),
          () => isAtProtectedPage(person, 0),
        )
      : held
    const limited = bench.claim('limited', isOut(await person.signedIn()), 'the right code is accepted')
    if (error) bench.claim('says', true)
    else bench.unproven('says', 'The right code opened nothing, but no error was shown.')
    if (limited) {
      await proveKeptByReset(bench, limit)
      await proveCountedAtOnce(bench, limit)
    } else
      for (const claim of ['reset', 'at-once']) bench.unproven(claim, 'Wrong codes are not counted at all.')
  },
})

/** Guesses half of the codes in one login, and the rest in another. @param between happens between them */
async function guessTwice(person: Person, limit: number, between = async () => {}) {
  const half = Math.floor(limit / 2)
  await guessCodes(person, half)
  await between()
  await guessCodes(person, limit - half)
}

/** Someone who reads the mails of the holder could guess without end. */
async function proveKeptByReset(bench: Bench, limit: number) {
  const reset = bench.optionalRole('reset')
  if (!reset || !bench.target.capabilities.includes('mailbox'))
    return bench.skip('reset', 'No mailed link leads to a new password here.')
  const person = await holder(bench)
  await guessTwice(person, limit, async () => {
    await toReset(person)
    await chooseNewPassword(person)
    await person.reach(reset.done)
  })
  await toPassword(person)
  await enterPassword(person, 'new')
  if (await person.isAt(bench.role('codes').codeForm)) await enterCode(person)
  bench.claim('reset', isOut(await person.signedIn()), 'the right code is accepted')
}

/** Sessions that guess at the same time. */
const GUESSERS = 4

/** A count that is read before it is written loses guesses that come at the same time. */
async function proveCountedAtOnce(bench: Bench, limit: number) {
  const isBlockedBy = async (send: 'at-once' | 'in-series') => {
    const person = await holder(bench)
    const guessers: Person[] = []
    for (let n = 0; n < GUESSERS; n++) {
      const guesser = await bench.elsewhere(person)
      await toCode(guesser)
      guessers.push(guesser)
    }
    await guessTogether(guessers, limit, (guesser) => enterCode(guesser, 'wrong'), undefined, send)
    const other = await bench.elsewhere(person)
    await toPassword(other)
    await enterPassword(other)
    if (await other.isAt(bench.role('codes').codeForm)) await enterCode(other)
    return isOut(await other.signedIn())
  }
  const isCounted = await isBlockedBy('at-once')
  // Where a login ends with a wrong code, codes that are made ready together are refused for that.
  if (isCounted || (await isBlockedBy('in-series')))
    bench.claim('at-once', isCounted, 'the right code is accepted then')
  else
    bench.unproven('at-once', 'The control fails: the same requests, sent one after the other, block nobody.')
}
