import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp11 = defineCheck({
  id: 'RP11',
  title: 'An ID token of another Entra tenant logs nobody in',
  source: '10.5.2; OpenID Connect Core 3.1.3.7; Entra tid and oid',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider', 'documented.entraTenant'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'a token of a foreign tenant': 'foreign-tenant',
      'a tenant id that is not the issuer’s': 'tid-not-in-iss',
    }),
})
