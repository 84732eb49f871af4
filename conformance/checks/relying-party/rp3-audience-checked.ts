import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp3 = defineCheck({
  id: 'RP3',
  title: 'An ID token for another client, for several, or for none logs nobody in',
  source: 'OpenID Connect Core 3.1.3.7; 10.5.4',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'the audience of another client': 'invalid-aud',
      'a second audience': 'extra-aud',
      'another authorised party': 'wrong-azp',
      'no audience': 'missing-aud',
    }),
})
