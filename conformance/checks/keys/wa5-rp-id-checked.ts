import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './forgeries.ts'

export const wa5 = defineCheck({
  id: 'WA5',
  title: 'An answer of a security key for another relying party is refused',
  source: 'WebAuthn 7.1, 7.2 rpIdHash',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  claims: { 'rp-id': 'an answer with the hash of another RP ID is refused', ...rejectionClaims },
  prove: (bench) =>
    proveRefusedInBoth(bench, [
      { claim: 'rp-id', of: 'the hash of another RP ID', forge: { rpId: 'evil.example' } },
    ]),
})
