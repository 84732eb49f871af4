import { bitsOf, type Enrolment } from '../../../machines/devices/enrolment.ts'
import { scanPage } from '../../page/scan.ts'
import { enterFirstCode, isAtProtectedPage, member, toAppEnrolment, toMethods } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'

const LEAST_BITS = 112

export const otp5 = defineCheck({
  id: 'OTP5',
  title: 'An authenticator app gets a new, long secret, and counts only after a right code',
  source: 'NIST 3.1.4; 6.5.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  seconds: 90,
  claims: {
    bits: `the secret has at least ${LEAST_BITS} bits`,
    fresh: 'another enrolment has another secret',
    wrong: 'a wrong first code logs nobody in',
    pending: 'after a wrong first code no app is enrolled: the next login asks for a method',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await member(bench)
    await toAppEnrolment(person)
    const first = await scanned(person)
    const bits = bitsOf(first)
    bench.claim('bits', bits >= LEAST_BITS, `it has ${bits}`)
    const again = await bench.elsewhere(person)
    await toAppEnrolment(again)
    const second = await scanned(again)
    bench.claim('fresh', first.secret !== second.secret, 'it is the same one')
    const rejections = new Rejections(bench)
    const error = await again.errorAfter(() => enterFirstCode(again, 'wrong'))
    rejections.prove({ claim: 'wrong', of: 'a wrong first code', error, facts: await again.signedIn() })
    const later = await bench.elsewhere(person)
    await toMethods(later).then(
      () => bench.claim('pending', true),
      (error: unknown) => {
        if (!(error instanceof Unproven)) throw error
        bench.claim('pending', false, error.message)
      },
    )
    await rejections.control({
      of: 'the right first code',
      works: () => enrols(again),
      async afresh() {
        const other = await member(bench)
        await toAppEnrolment(other)
        return enrols(other)
      },
    })
  },
})

async function enrols(person: Person): Promise<boolean> {
  await enterFirstCode(person)
  return isAtProtectedPage(person)
}

async function scanned({ page }: Person): Promise<Enrolment> {
  const enrolment = await scanPage(page)
  if (!enrolment) throw new Unproven('There is neither a QR code nor a key as text.')
  return enrolment
}
