import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp11 = defineCheck({
  id: 'RP11',
  title: 'An ID token of another Entra tenant logs nobody in',
  source:
    'Entra tid and oid; no clause of a standard demands it (OpenID Connect Core 3.1.3.7 has the issuer compared)',
  level: 'SHOULD',
  roles: ssoRoles,
  needs: ['identity-provider', 'documented.entraTenant'],
  seconds: 60,
  claims: {
    foreign: 'an ID token of a foreign tenant is refused',
    tid: 'a tenant id that is not the one of the issuer is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'foreign', of: 'a token of a foreign tenant', name: 'foreign-tenant' },
      { claim: 'tid', of: 'a tenant id that is not the one of the issuer', name: 'tid-not-in-iss' },
    ]),
})
