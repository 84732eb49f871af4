import type { Bench } from '../bench/bench.ts'
import { holder } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { heldCode, opensNow } from './held-code.ts'

export const otp3 = defineCheck({
  id: 'OTP3',
  title: 'A one-time code is refused two time steps before and after its own',
  source: '6.5.5; RFC 6238 §5.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  seconds: 120,
  claims: {
    drift: 'the documented drift is at most one time step',
    late: 'the code of two time steps ago opens no session',
    early: 'the code of two time steps ahead opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const drift = bench.target.documented?.codeDrift
    if (drift === undefined) bench.skip('drift', `${bench.target.name} documents none.`)
    else bench.claim('drift', drift <= 1, `it is ${drift}`)
    const person = await holder(bench)
    await proveRefused(bench, person, 'late', -2)
    await proveRefused(bench, person, 'early', 2)
  },
})

async function proveRefused(bench: Bench, person: Person, claim: 'late' | 'early', steps: number) {
  const attempt = await heldCode(person)
  const rejections = new Rejections(bench)
  const { error } = await attempt.send(await person.session.app.ofStep(steps))
  rejections.prove({
    claim,
    of: `the code of ${steps} time steps`,
    error,
    facts: await attempt.jar.signedIn(),
  })
  await rejections.control({
    of: 'the code of now',
    works: () => opensNow(attempt, person),
    async afresh() {
      const other = await holder(bench)
      return opensNow(await heldCode(other), other)
    },
  })
  await attempt.jar.close()
}
