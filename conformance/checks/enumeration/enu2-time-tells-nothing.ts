import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterEmail, enterPassword, member, toEmail, toPassword, whyInOneForm } from '../bench/journeys.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { separable } from './separable.ts'

const ADDRESSES = 30
/** Fewer than any limit that is in use, where none is documented. */
const FEW_PASSWORDS = 5
/** Fewer than any limit of mails to one address that is in use. */
const FEW_RESETS = 3
/** Times of each kind: with less than five, chance alone could be the reason for any difference. */
const LEAST_TIMES = 8

export const enu2 = defineCheck({
  id: 'ENU2',
  title: 'Whether an address is registered does not show in how long an answer takes',
  source: '6.3.8',
  level: 'SHOULD',
  asvsLevel: 3,
  roles: ['login'],
  uses: ['reset'],
  needs: [],
  seconds: 240,
  claims: {
    address: 'entering an address takes as long for a registered one as for an unknown one',
    password: 'a wrong password takes as long for a registered address as for an unknown one',
    reset: 'asking for a reset takes as long for a registered address as for an unknown one',
  },
  async prove(bench) {
    const passwords = (bench.target.documented?.attempts ?? FEW_PASSWORDS) - 1
    const oneForm = whyInOneForm(bench)
    if (oneForm) bench.skip('address', `An address alone is not sent: ${oneForm}.`)
    else await proveAlikeInTime(bench, 'address', ADDRESSES, toEmail, enterEmail)
    await proveAlikeInTime(bench, 'password', passwords, toPassword, (person) =>
      enterPassword(person, 'wrong'),
    )
    if (bench.optionalRole('reset'))
      await proveAlikeInTime(bench, 'reset', FEW_RESETS, toForgotten, askForReset)
    else bench.skip('reset', 'Nobody resets a password here.')
  },
})

type Email = 'registered' | 'unknown'

/** A difference counts when it is there twice: a machine may be busy with something else at one time. */
async function proveAlikeInTime(
  bench: Bench,
  claim: string,
  samples: number,
  prepare: (person: Person, email: Email) => Promise<void>,
  send: (person: Person, email: Email) => Promise<void>,
) {
  // The first of each warms up.
  if (samples < 2) return bench.skip(claim, 'An account is blocked before times could be compared.')
  const seen = []
  let count = 0
  for (const _round of [1, 2]) {
    const one: number[] = []
    const other: number[] = []
    // Several people, where one would be blocked before.
    while (one.length < LEAST_TIMES) {
      const [known = [], unknown = []] = await timesOfTwo()
      one.push(...known)
      other.push(...unknown)
    }
    count = one.length
    const apart = separable(one, other)
    if (!apart) break
    seen.push(apart)
  }
  const [first, second] = seen
  const same = !first || !second || Math.sign(first.difference) !== Math.sign(second.difference)
  bench.claim(
    claim,
    same,
    `over ${count} of each it takes ${first?.difference.toFixed(1)} ms, and again ${second?.difference.toFixed(1)} ms, more for the registered one`,
  )

  async function timesOfTwo(): Promise<number[][]> {
    const known = await member(bench)
    const unknown = await bench.another(known)
    const sent: [Jar, Sent][] = []
    for (const [person, email] of [
      [known, 'registered'],
      [unknown, 'unknown'],
    ] as const) {
      await prepare(person, email)
      sent.push([await Jar.of(person), await person.interceptRequest(() => send(person, email))])
    }
    const times = await interleaved(sent, samples)
    await Promise.all(sent.map(([jar]) => jar.close()))
    return times
  }
}

/** Milliseconds for each answer, one request after the other, turn by turn; the first of each only warms up. */
async function interleaved(sent: [Jar, Sent][], samples: number): Promise<number[][]> {
  const times: number[][] = sent.map(() => [])
  for (let n = 0; n < samples; n++)
    for (const [who, [jar, request]] of sent.entries()) {
      const fresh = await jar.fresh(request)
      const began = performance.now()
      await jar.send(fresh)
      if (n > 0) times[who]?.push(performance.now() - began)
    }
  return times
}
