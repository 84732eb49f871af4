import { fill, press } from '../../session/find.ts'
import { callOwn } from '../../session/own-function.ts'
import { holder, isAtProtectedPage, toCode } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
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
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app', 'pages.recoveryCode'],
  seconds: 90,
  claims: {
    bits: `a recovery code has at least ${LEAST_BITS} bits`,
    opens: 'a recovery code opens the account',
    used: 'a used recovery code opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await holder(bench)
    const [first, second] = person.account.recoveryCodes ?? []
    if (!first || !second) throw new NotTestable(`${bench.target.name} does not give out two recovery codes.`)
    const bare = first.replace(/[^a-z\d]/gi, '')
    const bits = bare.length * (/^\d+$/.test(bare) ? DIGITS : ALPHANUMERIC)
    bench.claim('bits', bits >= LEAST_BITS, `it has ${bits.toFixed(0)}`)
    bench.require('opens', await recovers(person, first))
    const thief = await bench.elsewhere(person)
    const error = await thief.errorAfter(() => recover(thief, first))
    const rejections = new Rejections(bench)
    rejections.prove({ claim: 'used', of: 'a used recovery code', error, facts: await thief.signedIn() })
    await rejections.control({
      of: 'another recovery code',
      works: () => recovers(thief, second),
      // The first one opened the account before: the control for the second is that it does so elsewhere.
      afresh: async () => recovers(await bench.elsewhere(person), second),
    })
  },
})

async function recovers(person: Person, code: string): Promise<boolean> {
  await recover(person, code)
  return isAtProtectedPage(person)
}

/** From the entrance over the form that takes a recovery code. */
async function recover(person: Person, code: string) {
  const { page, patience, bench } = person
  const { use, field, send } = bench.pages('recoveryCode')
  await toCode(person)
  if (typeof use === 'function') await callOwn('pages.recoveryCode.use', page, () => use(page))
  else for (const label of use) await press(page, label, patience)
  await fill(page, field, code, patience)
  await press(page, send, patience)
  await person.settle()
}
