import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'

const VERIFIED_BUT_NOT_THERE = 0x04
const THERE_BUT_NOT_VERIFIED = 0x01

export const wa6 = defineCheck({
  id: 'WA6',
  title:
    'An answer of a security key that nobody touched is refused; where the holder must be verified, one without that too',
  source: 'WebAuthn 7.1, 7.2 UP, UV',
  level: 'MUST',
  needs: ['security-key', 'documented.userVerification'],
  async prove(bench) {
    const required = bench.documented('userVerification') === 'required'
    await proveRefusedInBoth(bench, {
      'nobody present': { flags: VERIFIED_BUT_NOT_THERE },
      ...(required && { 'a holder who is not verified': { flags: THERE_BUT_NOT_VERIFIED } }),
    })
  },
})
