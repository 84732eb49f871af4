import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp2 = defineCheck({
  id: 'RP2',
  title: 'An ID token of another issuer logs nobody in',
  source: 'OpenID Connect Core 3.1.3.7',
  level: 'MUST',
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 45,
  claims: {
    slash: 'an issuer that differs by a slash is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'slash', of: 'an issuer with a slash too many', name: 'invalid-iss' },
    ]),
})
