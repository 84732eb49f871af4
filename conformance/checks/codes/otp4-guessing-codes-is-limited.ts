import { guessInVain } from '../bench/guess.ts'
import {
  enterCode,
  enterPassword,
  holder,
  isAtProtectedPage,
  toCode,
  toPassword,
  toProtectedPage,
} from '../bench/journeys.ts'
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
  needs: ['authenticator-app', 'documented.codeAttempts'],
  seconds: 90,
  claims: {
    documented: `the documented limit is at most ${MOST}`,
    limited: 'after that many wrong codes in two logins the right one opens nothing',
    says: 'an error says why',
  },
  async prove(bench) {
    const { codeForm } = bench.role('codes')
    const limit = bench.documented('codeAttempts')
    bench.claim('documented', limit <= MOST, `it is ${limit}`)
    const person = await holder(bench)
    // The control: before the guesses the code of the app opens a session.
    await toProtectedPage(await bench.elsewhere(person))
    const half = Math.floor(limit / 2)
    for (const times of [half, limit - half]) {
      const guesser = await bench.elsewhere(person)
      await toCode(guesser)
      await guessInVain(guesser, times, () => enterCode(guesser, 'wrong'))
    }
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
    bench.claim('limited', isOut(await person.signedIn()), 'the right code is accepted')
    if (error) bench.claim('says', true)
    else bench.unproven('says', 'The right code opened nothing, but no error was shown.')
  },
})
