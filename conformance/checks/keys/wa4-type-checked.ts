import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'

export const wa4 = defineCheck({
  id: 'WA4',
  title: 'An answer to a registration is none to a login, and the other way round',
  source: 'WebAuthn 7.1, 7.2 type',
  level: 'MUST',
  needs: ['security-key'],
  async prove(bench) {
    await proveRefusedInBoth(
      bench,
      { 'the type of a registration': { type: 'webauthn.create' } },
      { 'the type of a login': { type: 'webauthn.get' } },
    )
  },
})
