import { bitsOf, type Enrolment } from '../../../machines/devices/enrolment.ts'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { scanPage } from '../../page/scan.ts'
import { enterFirstCode, toAppEnrolment, toMethod } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

const LEAST_BITS = 112

export const otp5 = defineCheck({
  id: 'OTP5',
  title: 'An authenticator app gets a long secret of its own, and counts only once its code was right',
  source: 'NIST 3.1.4; 6.5.3',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  async prove(bench) {
    const person = await bench.person(logIn, 'activated')
    await toAppEnrolment(person)
    const first = await scanned(person)
    const bits = bitsOf(first)
    bench.claim(`the secret has at least ${LEAST_BITS} bits`, bits >= LEAST_BITS, `it has ${bits}`)
    const again = await bench.elsewhere(person)
    await toAppEnrolment(again)
    const second = await scanned(again)
    bench.claim('another enrolment has another secret', first.secret !== second.secret, 'it is the same one')
    const error = await again.isTold(() => enterFirstCode(again, 'wrong'))
    await proveRefused(bench, {
      of: 'a wrong first code',
      error,
      facts: await again.signedIn(),
      afterwards: 'no app is enrolled: the next login asks for a method',
      works: async () => {
        const later = await bench.elsewhere(person)
        await toMethod(later)
        return true
      },
    })
    await enterFirstCode(again)
    bench.claim('the right code enrols the app', await again.isAt('dashboard'))
  },
})

async function scanned({ page }: Person): Promise<Enrolment> {
  const enrolment = await scanPage(page)
  if (!enrolment) throw new Unproven('There is neither a QR code nor a key as text.')
  return enrolment
}
