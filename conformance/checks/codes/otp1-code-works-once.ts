import { NotThere } from '../../session/find.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import {
  enterCode,
  enterFirstCode,
  holder,
  isAtProtectedPage,
  member,
  toAppEnrolment,
  toCode,
  toProtectedPage,
  whyNoApp,
} from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveEarlier } from './earlier-code.ts'

export const otp1 = defineCheck({
  id: 'OTP1',
  title: 'A one-time code that opened one session opens no other',
  source: 'RFC 6238 §5.2; NIST 3.1.4; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  seconds: 240,
  claims: {
    used: 'a code that was used before opens no session',
    earlier: 'a code that was used before the last one opens no session',
    enrolment: 'the code that enrolled the app opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const waiting = await holder(bench)
    const arranged = Date.now()
    const person = await holder(bench)
    const { thief, error } = await tryUsedInTime(bench, async () => {
      await toProtectedPage(await bench.elsewhere(person))
      return person
    })
    const rejections = new Rejections(bench)
    rejections.prove({ claim: 'used', of: 'a used code', error, facts: await thief.signedIn() })
    await proveEnrolment(bench, rejections)
    await proveEarlier(waiting, arranged, rejections)
    await rejections.control({
      of: 'the next code',
      works: () => opens(thief),
      async afresh() {
        const other = await holder(bench)
        await toCode(other)
        return opens(other)
      },
    })
  },
})

/** The first code of an app was used, too: somebody who saw it typed has it. */
async function proveEnrolment(bench: Bench, rejections: Rejections) {
  const why = whyNoApp(bench)
  if (why !== undefined) return bench.skip('enrolment', why)
  if (!bench.canArrange(bench.role('login').withoutFactor))
    return bench.skip('enrolment', 'Nobody is arranged here who has no second factor yet.')
  try {
    const { thief, error } = await tryUsedInTime(bench, () => enrolled(bench))
    const of = 'the code that enrolled the app'
    rejections.prove({ claim: 'enrolment', of, error, facts: await thief.signedIn() })
  } catch (error) {
    if (error instanceof NotTestable) bench.skip('enrolment', error.message)
    else if (error instanceof Unproven) bench.unproven('enrolment', error.message)
    else throw error
  }
}

/** @throws NotTestable where people enrol an app elsewhere than at their first login */
async function enrolled(bench: Bench): Promise<Person> {
  const person = await member(bench)
  await toAppEnrolment(person).catch((error: unknown) => {
    const isElsewhere = error instanceof Unproven || error instanceof NotThere
    throw isElsewhere ? new NotTestable(error.message) : error
  })
  await enterFirstCode(person)
  if (await isAtProtectedPage(person)) return person
  throw new Unproven('The right first code of an app opens nothing.')
}

async function opens(person: Person): Promise<boolean> {
  await enterCode(person)
  return isAtProtectedPage(person)
}

const MOST_TRIES = 3

/**
 * Uses a code, and types it again elsewhere before its own time step ends: later every deployment refuses it for being old. A code
 * that begins a time step leaves the whole of it, so the second try succeeds.
 * @param use uses a code of the person whom it answers
 * @throws Unproven when the time step ended before, each time
 */
async function tryUsedInTime(bench: Bench, use: () => Promise<Person>) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const person = await use()
    const thief = await bench.elsewhere(person)
    await toCode(thief)
    const error = await thief.errorAfter(
      () => enterCode(thief, 'used'),
      () => isAtProtectedPage(thief, 0),
    )
    const { app, mailed } = thief.session
    // A mailed code is valid for minutes.
    const isInTime = async () => mailed !== undefined || (await app.ofStep(0)) === app.used()
    if (isIn(await thief.signedIn()) || (await isInTime())) return { thief, error }
  }
  throw new Unproven('The time step of a code always ended before it could be typed again.')
}
