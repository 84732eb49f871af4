import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp2 = defineCheck({
  id: 'RP2',
  title: 'An ID token whose issuer differs by a slash logs nobody in',
  source: 'OpenID Connect Core 3.1.3.7',
  level: 'MUST',

  needs: ['identity-provider'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'an issuer with a slash too many': 'invalid-iss',
    }),
})
