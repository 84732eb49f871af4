import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp1 = defineCheck({
  id: 'RP1',
  title: 'An ID token with another nonce, or none, logs nobody in',
  source: 'OpenID Connect Core 3.1.3.7; 10.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 60,
  claims: {
    wrong: 'an ID token with another nonce is refused',
    missing: 'an ID token without a nonce is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'wrong', of: 'another nonce', name: 'nonce-invalid' },
      { claim: 'missing', of: 'no nonce', name: 'missing-nonce' },
    ]),
})
