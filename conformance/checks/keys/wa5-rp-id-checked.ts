import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'

export const wa5 = defineCheck({
  id: 'WA5',
  title: 'An answer of a security key for another relying party is refused',
  source: 'WebAuthn 7.1, 7.2 rpIdHash',
  level: 'MUST',
  needs: ['security-key'],
  prove: (bench) => proveRefusedInBoth(bench, { 'the hash of another RP ID': { rpId: 'evil.example' } }),
})
