import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp4 = defineCheck({
  id: 'RP4',
  title: 'An ID token that has expired, is not valid yet, or lacks its times or its subject, logs nobody in',
  source: 'OpenID Connect Core 2, 3.1.3.7; RFC 7519 §4.1.5; 9.2.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 90,
  claims: {
    expired: 'an expired ID token is refused',
    lately: 'an ID token that expired ten minutes ago is refused',
    early: 'an ID token that is valid only later is refused',
    expiry: 'an ID token without an expiry is refused',
    issued: 'an ID token without its time of issue is refused',
    subject: 'an ID token without a subject is refused',
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(bench, [
      { claim: 'expired', of: 'an expired token', name: 'expired' },
      { claim: 'lately', of: 'a token that expired ten minutes ago', name: 'expired-lately' },
      { claim: 'early', of: 'a token that is valid only in an hour', name: 'not-yet-valid' },
      { claim: 'expiry', of: 'a token without an expiry', name: 'missing-exp' },
      { claim: 'issued', of: 'a token without its time of issue', name: 'missing-iat' },
      { claim: 'subject', of: 'a token without a subject', name: 'missing-sub' },
    ]),
})
