import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp4 = defineCheck({
  id: 'RP4',
  title: 'An ID token that has expired, or lacks its times or its subject, logs nobody in',
  source: 'OpenID Connect Core 2, 3.1.3.7; 9.2.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['identity-provider'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'an expired token': 'expired',
      'a token without an expiry': 'missing-exp',
      'a token without its time of issue': 'missing-iat',
      'a token without a subject': 'missing-sub',
    }),
})
