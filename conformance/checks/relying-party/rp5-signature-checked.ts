import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp5 = defineCheck({
  id: 'RP5',
  title: 'An ID token that is not signed, or not by the provider, logs nobody in',
  source: '6.8.2; 9.1.2 (Core 3.1.3.7 lets TLS replace the signature in the code flow)',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 130,
  claims: {
    none: 'an ID token without a signature is refused',
    rs256: 'a wrong RS256 signature is refused',
    es256: 'an ES256 signature of an unknown key is refused',
    'public-key': 'HS256 with the public key as the secret is refused',
    hs256: 'HS256 with the client secret is refused',
    brought: 'a signature by a key that only the token itself brings is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'none', of: 'no signature', name: 'idtoken-sig-none' },
      { claim: 'none', of: 'no signature, and "nOnE" as the algorithm', name: 'idtoken-sig-none-capitals' },
      { claim: 'none', of: 'RS256 and an empty signature', name: 'idtoken-sig-empty' },
      { claim: 'rs256', of: 'a wrong RS256 signature', name: 'invalid-sig-rs256' },
      { claim: 'es256', of: 'an ES256 signature of an unknown key', name: 'invalid-sig-es256' },
      { claim: 'public-key', of: 'HS256 with the public key', name: 'hs256-public-key' },
      { claim: 'hs256', of: 'HS256 with the client secret', name: 'invalid-sig-hs256' },
      { claim: 'brought', of: 'a key in the header of the token', name: 'key-in-token' },
    ]),
})
