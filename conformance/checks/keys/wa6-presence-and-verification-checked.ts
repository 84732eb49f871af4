import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './forgeries.ts'

export const wa6 = defineCheck({
  id: 'WA6',
  title:
    'An answer of a security key without presence is refused, and without verification where that is required',
  source: 'WebAuthn 7.1, 7.2 UP, UV',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key', 'documented.userVerification'],
  claims: {
    presence: 'an answer of a key that nobody touched is refused',
    verification: 'where it is required, an answer without user verification is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const required = bench.documented('userVerification') === 'required'
    if (!required) bench.skip('verification', 'The documentation does not require it.')
    await proveRefusedInBoth(bench, [
      { claim: 'presence', of: 'nobody present', forge: { flags: { UP: false } } },
      ...(required
        ? [{ claim: 'verification', of: 'a holder who is not verified', forge: { flags: { UV: false } } }]
        : []),
    ])
  },
})
