import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp3 = defineCheck({
  id: 'RP3',
  title: 'An ID token for another client, for several, or for none logs nobody in',
  source: 'OpenID Connect Core 3.1.3.7; 10.5.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 90,
  claims: {
    other: 'the audience of another client is refused',
    several: 'a second audience is refused',
    party: 'another authorised party is refused',
    missing: 'an ID token without an audience is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'other', of: 'the audience of another client', name: 'invalid-aud' },
      { claim: 'several', of: 'a second audience', name: 'extra-aud' },
      { claim: 'party', of: 'another authorised party', name: 'wrong-azp' },
      { claim: 'missing', of: 'no audience', name: 'missing-aud' },
    ]),
})
