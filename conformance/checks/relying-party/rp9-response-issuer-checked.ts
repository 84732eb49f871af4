import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp9 = defineCheck({
  id: 'RP9',
  title: 'An answer that names another provider logs nobody in',
  source: 'RFC 9700 §4.4.2; RFC 9207 §2.4; 10.2.2',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'the issuer of another provider beside the code': 'wrong-response-iss',
    }),
})
