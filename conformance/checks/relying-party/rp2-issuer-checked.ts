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
  seconds: 60,
  claims: {
    slash: 'an issuer that differs by a slash is refused',
    host: 'an issuer at another host is refused',
    missing: 'an ID token without an issuer is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'slash', of: 'an issuer with a slash too many', name: 'invalid-iss' },
      { claim: 'host', of: 'an issuer at another host', name: 'other-host-iss' },
      { claim: 'missing', of: 'no issuer', name: 'missing-iss' },
    ]),
})
