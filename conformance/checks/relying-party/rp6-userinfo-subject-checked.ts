import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { needHonestLogin, proveMisbehavioursRefused, ssoRoles } from './sso.ts'

export const rp6 = defineCheck({
  id: 'RP6',
  title: 'Userinfo about another subject than that of the ID token is not used',
  source: 'OpenID Connect Core 5.3.2',
  level: 'MUST',
  roles: ssoRoles,
  needs: ['identity-provider', 'documented.userinfo'],
  seconds: 60,
  claims: { subject: 'userinfo about someone else logs nobody in', ...rejectionClaims },
  async prove(bench) {
    const { asksUserinfo } = await needHonestLogin(bench)
    if (asksUserinfo === false) {
      for (const claim of ['subject', ...Object.keys(rejectionClaims)])
        bench.skip(claim, 'The target never asks the userinfo endpoint.')
      return
    }
    await proveMisbehavioursRefused(bench, [
      { claim: 'subject', of: 'userinfo about someone else', name: 'userinfo-invalid-sub' },
    ])
  },
})
