import type { Defect } from './defect.ts'

export const anyIssuer: Defect = {
  id: 'any-issuer',
  title: 'A discovery document may name another issuer than its address',
  rules: () => ({ checkIssuer: () => undefined }),
  flows: ['configure-sso-oidc'],
  checks: ['CFG1'],
  fails: ['CFG1', 'configure-sso-oidc/otherIssuer/save'],
}
