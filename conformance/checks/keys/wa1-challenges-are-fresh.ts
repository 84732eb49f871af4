import type { Bench } from '../bench/bench.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { type Ceremony, toAssertion, toRegistration, touch } from './ceremony.ts'

const LEAST_BYTES = 16
/** Nobody is asked to wait longer (WebAuthn section 15.1 recommends ten minutes at most). */
const LATE = 10 * 60 + 1

export const wa1 = defineCheck({
  id: 'WA1',
  title: 'Each challenge for a security key is long, new, and of no use ten minutes later',
  source: 'WebAuthn 13.4.3; 6.7.2',
  level: 'MUST',
  asvsLevel: 3,
  needs: ['security-key', 'clock'],
  async prove(bench) {
    for (const ceremony of [await toAssertion(bench), await toRegistration(bench)])
      await proveFresh(bench, ceremony)
  },
})

async function proveFresh(bench: Bench, ceremony: Ceremony) {
  const { person, hand, at, next } = ceremony
  hand.meanwhile = async () => person.session.arranged.clock.advance?.(LATE)
  const error = await person.isTold(() => touch(ceremony))
  hand.meanwhile = undefined
  bench.claim(
    'an answer to a challenge of ten minutes ago goes no further',
    !(await person.isAt(next, 0)),
    'it is accepted',
  )
  await proveRefused(bench, {
    of: 'an answer to a challenge of ten minutes ago',
    error,
    facts: await person.signedIn(),
    afterwards: 'a prompt answer is accepted',
    works: async () => {
      if (!(await person.isAt(at, 0))) return true
      await touch(ceremony)
      return person.isAt(next)
    },
  })
  const challenges = hand.asked.map(({ options }) => options.challenge)
  bench.claim(
    'every question has a challenge of its own',
    new Set(challenges).size === challenges.length,
    'one came twice',
  )
  const bytes = Math.min(...challenges.map((challenge) => Buffer.from(challenge, 'base64url').length))
  bench.claim(`a challenge has at least ${LEAST_BYTES} bytes`, bytes >= LEAST_BYTES, `it has ${bytes}`)
}
