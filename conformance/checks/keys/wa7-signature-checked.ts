import { defineCheck } from '../check.ts'
import { toAssertion } from './ceremony.ts'
import { proveForgeriesRefused } from './prove-forgeries-refused.ts'

export const wa7 = defineCheck({
  id: 'WA7',
  title: 'An answer whose signature is wrong in one bit is refused',
  source: 'WebAuthn 7.2 signature',
  level: 'MUST',
  needs: ['security-key'],
  async prove(bench) {
    await proveForgeriesRefused(bench, await toAssertion(bench), {
      'one bit of the signature flipped': { flipSignature: true },
    })
  },
})
