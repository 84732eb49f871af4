import { defineCheck } from '../check.ts'
import { proveMisbehavioursRefused } from './sso.ts'

export const rp6 = defineCheck({
  id: 'RP6',
  title: 'Userinfo about another subject than the ID token’s is not taken',
  source: 'OpenID Connect Core 5.3.2',
  level: 'MUST',

  needs: ['identity-provider', 'documented.userinfo'],
  prove: (bench) =>
    proveMisbehavioursRefused(bench, {
      'userinfo about somebody else': 'userinfo-invalid-sub',
    }),
})
