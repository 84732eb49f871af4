import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp1 = defineCheck({
  id: 'RP1',
  title: 'An ID token with another nonce, or none, logs nobody in',
  source: 'OpenID Connect Core 3.1.3.7; 10.5.1',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'another nonce': 'nonce-invalid',
      'no nonce': 'missing-nonce',
    }),
})
