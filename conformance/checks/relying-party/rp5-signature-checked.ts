import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp5 = defineCheck({
  id: 'RP5',
  title: 'An ID token that is not signed, or not by the provider, logs nobody in',
  source: '6.8.2; 9.1.2 (Core 3.1.3.7 lets TLS stand for the signature in the code flow)',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'no signature': 'idtoken-sig-none',
      'a wrong RS256 signature': 'invalid-sig-rs256',
      'an ES256 signature of nobody’s key': 'invalid-sig-es256',
      'HS256 with the public key': 'hs256-public-key',
      'HS256 with the client secret': 'invalid-sig-hs256',
    }),
})
