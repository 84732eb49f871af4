import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused, ssoRoles } from './sso.ts'

const failures = [
  ['denied', 'access-denied', 'a login that the provider denies'],
  ['posted', 'form-post-error', 'a denial that comes by a form'],
  ['consent', 'consent-required', 'a login that needs consent'],
  ['login', 'login-required', 'a login that needs a sign-in'],
  ['server-error', 'server-error', 'a provider with an error'],
  ['unavailable', 'temporarily-unavailable', 'a provider that is unavailable'],
  ['token-endpoint', 'failing-token-endpoint', 'a token endpoint that answers 500'],
  ['broken-token', 'broken-token-answer', 'a token answer that is no JSON'],
  ['cut-token', 'cut-token-answer', 'a token answer that is cut off'],
] as const

export const rp15 = defineCheck({
  id: 'RP15',
  title: 'A provider that fails logs nobody in, an error is shown, and the next login works',
  source: 'RFC 6749 §4.1.2.1, §5.2; OpenID Connect Core 3.1.2.6; 16.5.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 180,
  claims: {
    ...Object.fromEntries(failures.map(([claim, , of]) => [claim, `${of} logs nobody in`])),
    ...rejectionClaims,
  },
  prove: (bench) =>
    proveMisbehavioursRefused(
      bench,
      failures.map(([claim, name, of]) => ({ claim, of, name })),
    ),
})
