import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { toAssertion } from './ceremony.ts'
import { proveForgeriesRefused } from './forgeries.ts'

export const wa7 = defineCheck({
  id: 'WA7',
  title: 'An answer whose signature is wrong in one bit is refused',
  source: 'WebAuthn 7.2 signature',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  claims: { signature: 'an answer with one bit of its signature flipped is refused', ...rejectionClaims },
  async prove(bench) {
    await proveForgeriesRefused(bench, () => toAssertion(bench), [
      { claim: 'signature', of: 'one bit of the signature flipped', forge: { flipSignature: true } },
    ])
  },
})
