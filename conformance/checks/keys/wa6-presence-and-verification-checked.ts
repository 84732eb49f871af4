import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'

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
      'nobody present': { flags: { UP: false } },
      ...(required && { 'a holder who is not verified': { flags: { UV: false } } }),
    })
  },
})
