import type { Bench } from '../bench/bench.ts'
import { holder } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { codeOfNow, heldCode } from './held-code.ts'
import { letCodesPass } from './let-codes-pass.ts'

export const otp3 = defineCheck({
  id: 'OTP3',
  title: 'A one-time code is refused two time steps before and after its own',
  source: '6.5.5; RFC 6238 §5.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  seconds: 300,
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
    const first = await holder(bench)
    const arranged = Date.now()
    await proveRefused(bench, await holder(bench), 'early', 2)
    await letCodesPass(first, arranged)
    await proveRefused(bench, first, 'late', -2)
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
  await rejections.control(codeOfNow(bench, attempt))
  await attempt.jar.close()
}
