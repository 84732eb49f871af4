import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { guessInVain } from '../bench/guess.ts'
import { guessCodes } from '../bench/guess-codes.ts'
import {
  account,
  enterCode,
  enterPassword,
  hasApp,
  holder,
  isInside,
  isPastPassword,
  toPassword,
} from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

const MINUTE = 60

export const rate2 = defineCheck({
  id: 'RATE2',
  title: 'An account that someone else’s guesses have blocked opens again after the documented time',
  source: '6.1.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['codes', 'session'],
  needs: ['clock', 'documented.attempts', 'documented.blockedFor'],
  seconds: 90,
  claims: {
    sooner: 'a minute before the documented time the right password is still refused',
    opens: 'after the documented time the right password is accepted again',
    further: 'the right password logs nobody in then who would have been asked for more before the block',
    codes: 'after the documented time a block by wrong codes ends, too',
  },
  async prove(bench) {
    const before = await account(bench)
    await enterRight(before)
    const isEnough = isIn(await before.signedIn())
    const blockedFor = bench.documented('blockedFor')
    const person = await blocked(bench)
    await person.wait(blockedFor + 1)
    bench.claim('opens', await enterRight(person), 'the holder is still locked out')
    if (isEnough) bench.skip('further', 'The password alone logs people in here.')
    else bench.claimOut('further', await person.signedIn(), 'the password alone logs the holder in')
    await proveSooner(bench, blockedFor)
    await proveCodes(bench, blockedFor)
  },
})

/** Someone whose password an attacker has guessed at until the account was blocked. */
async function blocked(bench: Bench): Promise<Person> {
  const person = await account(bench)
  const attacker = await bench.elsewhere(person)
  await toPassword(attacker)
  const guess = () => enterPassword(attacker, 'wrong')
  await guessInVain(attacker, bench.documented('attempts'), guess, 'certainly not the password')
  return person
}

/** Somebody else is tried with this: an attempt during a block may prolong it. */
async function proveSooner(bench: Bench, blockedFor: number) {
  const person = await blocked(bench)
  await person.wait(Math.max(blockedFor - MINUTE, blockedFor / 2))
  bench.claim('sooner', !(await enterRight(person)), 'it is accepted')
}

async function proveCodes(bench: Bench, blockedFor: number) {
  const { codeAttempts } = bench.target.documented ?? {}
  if (codeAttempts === undefined || !hasApp(bench))
    return bench.skip('codes', 'Nobody has an authenticator app here.')
  const person = await holder(bench)
  await guessCodes(person, codeAttempts)
  await person.wait(blockedFor + 1)
  await toPassword(person)
  await enterPassword(person)
  if (await person.isAt(bench.role('codes').codeForm)) await enterCode(person)
  bench.claim('codes', await isInside(person), 'the right code opens nothing')
}

/** Whether the right password is accepted. */
async function enterRight(person: Person): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person)
  return isPastPassword(person)
}
