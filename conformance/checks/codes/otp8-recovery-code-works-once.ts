import { fill, press } from '../../session/find.ts'
import { holder, toCode } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

const LEAST_BITS = 20
const ALPHANUMERIC = Math.log2(36)
const DIGITS = Math.log2(10)

export const otp8 = defineCheck({
  id: 'OTP8',
  title: 'A recovery code is hard to guess, and works once',
  source: 'NIST 3.1.2; 6.5.1; 6.5.4',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app', 'pages.recoveryCode'],
  async prove(bench) {
    const person = await holder(bench)
    const [first, second] = person.account.recoveryCodes ?? []
    if (!first || !second) throw new NotTestable(`${bench.target.name} hands out no two recovery codes.`)
    const bare = first.replace(/[^a-z\d]/gi, '')
    const bits = bare.length * (/^\d+$/.test(bare) ? DIGITS : ALPHANUMERIC)
    bench.claim(
      `a recovery code has at least ${LEAST_BITS} bits`,
      bits >= LEAST_BITS,
      `it has ${bits.toFixed(0)}`,
    )
    await recover(person, first)
    bench.claim('a recovery code opens the account', await person.isAt('dashboard'))
    const thief = await bench.elsewhere(person)
    const error = await thief.isTold(() => recover(thief, first))
    await proveRefused(bench, {
      of: 'the same recovery code',
      error,
      facts: await thief.signedIn(),
      afterwards: 'another one opens the account',
      works: async () => {
        await recover(thief, second)
        return thief.isAt('dashboard')
      },
    })
  },
})

/** From the tenant link to the other side of the form that takes a recovery code. */
async function recover(person: Person, code: string) {
  const { page, patience, bench, session } = person
  const { use, field, send } = bench.pages('recoveryCode')
  await toCode(person)
  for (const label of use) await press(page, label, patience)
  await fill(page, field, code, patience)
  await press(page, send, patience)
  await session.settling.settled(patience)
}
