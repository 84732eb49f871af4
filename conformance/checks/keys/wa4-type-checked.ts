import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './forgeries.ts'

export const wa4 = defineCheck({
  id: 'WA4',
  title: 'The answer to a registration is refused at a login, and the other way round',
  source: 'WebAuthn 7.1, 7.2 type',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  claims: {
    login: 'an answer of the type of a registration logs nobody in',
    registration: 'an answer of the type of a login registers no key',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveRefusedInBoth(
      bench,
      [{ claim: 'login', of: 'the type of a registration', forge: { type: 'webauthn.create' } }],
      [{ claim: 'registration', of: 'the type of a login', forge: { type: 'webauthn.get' } }],
    ),
})
