import type { Bench } from '../bench/bench.ts'
import { holder } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { codeOfNow, heldCode } from './held-code.ts'
import { letCodesPass } from './let-codes-pass.ts'

const MINUTE = 60
/** Of a mailed code, in seconds (ASVS 5.0 6.5.5). */
const LONGEST_LIFE = 10 * MINUTE

export const otp3 = defineCheck({
  id: 'OTP3',
  title:
    'A one-time code is refused two time steps before and after its own, and a mailed one after ten minutes',
  source: '6.5.5; NIST 3.1.3.2; RFC 6238 §5.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  seconds: 300,
  claims: {
    drift: 'the documented drift is at most one time step',
    late: 'the code of two time steps ago, or a mailed one after its longest life, opens no session',
    early: 'the code of two time steps ahead opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const drift = bench.target.documented?.codeDrift
    if (bench.target.mailedCode) return proveLife(bench)
    if (drift === undefined) bench.skip('drift', `${bench.target.name} documents none.`)
    else bench.claim('drift', drift <= 1, `it is ${drift}`)
    const first = await holder(bench)
    const arranged = Date.now()
    await proveRefused(bench, await holder(bench), 'early', 2)
    await letCodesPass(first, arranged)
    await proveRefused(bench, first, 'late', -2)
  },
})

/** A mailed code has no time steps: it is valid from its mail on, for so long. */
async function proveLife(bench: Bench) {
  for (const claim of ['drift', 'early']) bench.skip(claim, 'The codes come by mail, and have no time steps.')
  if (!bench.target.capabilities.includes('clock'))
    return bench.skip('late', `The time at ${bench.target.name} can’t be moved past the life of a code.`)
  const person = await holder(bench)
  const attempt = await heldCode(person)
  await person.wait(LONGEST_LIFE + MINUTE)
  const rejections = new Rejections(bench)
  const { error } = await attempt.send(await person.session.codes.right())
  const facts = await attempt.jar.signedIn()
  rejections.prove({ claim: 'late', of: 'a mailed code of eleven minutes ago', error, facts })
  await rejections.control(codeOfNow(bench, await heldCode(await bench.elsewhere(person))))
  await attempt.jar.close()
}

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
