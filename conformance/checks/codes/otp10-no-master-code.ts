import type { Bench } from '../bench/bench.ts'
import { holder } from '../bench/journeys.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { heldCode, opensNow } from './held-code.ts'

/** What code that was left in from a test takes, and code that compares with nothing: name of a claim → what is sent. */
const tried = { zeros: '000000', row: '123456', empty: '', none: undefined } as const

/** Fewer than any limit that is in use, where none is documented. */
const FEW = 5

export const otp10 = defineCheck({
  id: 'OTP10',
  title: 'No code opens every account, and neither does leaving it out',
  source: 'NIST 3.1.4.2; RFC 6238 §3',
  level: 'MUST',
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  claims: {
    zeros: '000000 opens no session',
    row: '123456 opens no session',
    empty: 'a request with an empty code opens no session',
    none: 'a request without the field of the code opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await holder(bench)
    const attempt = await heldCode(person)
    const rejections = new Rejections(bench)
    for (const claim of claimsWithin(bench)) {
      const { error } = await attempt.send(tried[claim])
      const facts = await attempt.jar.signedIn()
      rejections.prove({ claim, of: `the code “${tried[claim] ?? 'left out'}”`, error, facts })
    }
    await rejections.control({
      of: 'the code of now',
      works: () => opensNow(attempt, person),
      async afresh() {
        const other = await holder(bench)
        return opensNow(await heldCode(other), other)
      },
    })
    await attempt.jar.close()
  },
})

/** As many as the account can be sent before it is blocked; the others are not tried. */
function claimsWithin(bench: Bench): (keyof typeof tried)[] {
  const all = Object.keys(tried) as (keyof typeof tried)[]
  const most = (bench.target.documented?.codeAttempts ?? FEW) - 1
  for (const claim of all.slice(most)) bench.skip(claim, 'The account would be blocked before.')
  return all.slice(0, most)
}
