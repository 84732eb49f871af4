import type { Bench } from '../bench/bench.ts'
import { enterCode, holder, toCode, toDashboard } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isIn, type Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const otp1 = defineCheck({
  id: 'OTP1',
  title: 'A one-time code that opened one session opens no other',
  source: 'RFC 6238 §5.2; NIST 3.1.4; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  seconds: 150,
  async prove(bench) {
    const person = await holder(bench)
    const { thief, error } = await trySpentInTime(bench, person)
    await proveRefused(bench, {
      of: 'a code that was used before',
      error,
      facts: await thief.signedIn(),
      afterwards: 'the next code is accepted',
      works: async () => {
        await enterCode(thief)
        return thief.isAt('dashboard')
      },
    })
  },
})

const MOST_TRIES = 3

/**
 * A code is spent, and typed again before its own time step ends: later it is refused by every deployment, for being old. A code that
 * begins a time step leaves the whole of it, and so the second try does.
 * @throws Unproven when the time step ended before, each time
 */
async function trySpentInTime(bench: Bench, person: Person) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await toDashboard(await bench.elsewhere(person))
    const thief = await bench.elsewhere(person)
    await toCode(thief)
    const error = await thief.isTold(
      () => enterCode(thief, 'used'),
      () => thief.isAt('dashboard', 0),
    )
    const { app } = thief.session
    if (isIn(await thief.signedIn()) || (await app.ofStep(0)) === app.used()) return { thief, error }
  }
  throw new Unproven('The time step of a code always ended before it could be typed again.')
}
