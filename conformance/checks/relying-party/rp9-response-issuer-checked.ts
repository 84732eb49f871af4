import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles, whyNotSeen } from './sso.ts'

export const rp9 = defineCheck({
  id: 'RP9',
  title: 'An answer that names another provider, or none where the provider always does, logs nobody in',
  source: 'RFC 9700 §4.4.2; RFC 9207 §2.4; 10.2.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 60,
  claims: {
    other: 'an answer with the issuer of another provider is refused',
    missing: 'an answer without the issuer that the metadata promises is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'other', of: 'the issuer of another provider next to the code', name: 'wrong-response-iss' },
      {
        claim: 'missing',
        of: 'no issuer next to the code',
        name: 'missing-response-iss',
        async excuse(person) {
          const other = bench.claims.judged.find(({ id }) => id === 'other')
          // RFC 9207 section 2.4 binds clients that support it, where the provider announces it.
          if (other?.verdict === 'failed')
            return 'The target does not look at the issuer of an answer: see `other`.'
          return whyNotSeen(person, ['openid-configuration'], 'the metadata')
        },
      },
    ]),
})
