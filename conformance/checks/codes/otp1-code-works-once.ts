import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { enterCode, holder, isAtProtectedPage, toCode, toProtectedPage } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'

export const otp1 = defineCheck({
  id: 'OTP1',
  title: 'A one-time code that opened one session opens no other',
  source: 'RFC 6238 §5.2; NIST 3.1.4; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  seconds: 150,
  claims: { used: 'a code that was used before opens no session', ...rejectionClaims },
  async prove(bench) {
    const person = await holder(bench)
    const { thief, error } = await tryUsedInTime(bench, person)
    const rejections = new Rejections(bench)
    rejections.prove({ claim: 'used', of: 'a used code', error, facts: await thief.signedIn() })
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

async function opens(person: Person): Promise<boolean> {
  await enterCode(person)
  return isAtProtectedPage(person)
}

const MOST_TRIES = 3

/**
 * Uses a code, and types it again before its own time step ends: later every deployment refuses it for being old. A code that
 * begins a time step leaves the whole of it, so the second try succeeds.
 * @throws Unproven when the time step ended before, each time
 */
async function tryUsedInTime(bench: Bench, person: Person) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await toProtectedPage(await bench.elsewhere(person))
    const thief = await bench.elsewhere(person)
    await toCode(thief)
    const error = await thief.errorAfter(
      () => enterCode(thief, 'used'),
      () => isAtProtectedPage(thief, 0),
    )
    const { app } = thief.session
    if (isIn(await thief.signedIn()) || (await app.ofStep(0)) === app.used()) return { thief, error }
  }
  throw new Unproven('The time step of a code always ended before it could be typed again.')
}
