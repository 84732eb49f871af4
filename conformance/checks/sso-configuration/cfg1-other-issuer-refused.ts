import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { logInFails } from './log-in-fails.ts'
import { fillSettings, saveSettings, savesRight, settingsOf, toSettings } from './settings.ts'

export const cfg1 = defineCheck({
  id: 'CFG1',
  title:
    'Metadata that name another issuer than their address are refused: when they are saved, or at the login',
  source: '10.5.3; OpenID Connect Discovery 4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['ssoSettings', 'sso', 'login', 'session'],
  needs: ['identity-provider'],
  seconds: 90,
  claims: { issuer: 'metadata that name another issuer are not used', ...rejectionClaims },
  async prove(bench) {
    const administrator = await toSettings(bench)
    const before = await settingsOf(administrator)
    await fillSettings(administrator, 'other-issuer')
    const error = await administrator.errorAfter(() => saveSettings(administrator))
    const unchanged = (await settingsOf(administrator)) === before
    const login = unchanged ? undefined : await logInFails(administrator)
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'issuer',
      of: 'an address whose metadata name another issuer',
      error: unchanged ? error : login?.error,
      accepted: login !== undefined && !login.failed,
      otherwise: 'it is saved, and a login goes through',
    })
    await rejections.control({
      of: 'saving the right address',
      works: () => savesRight(administrator, unchanged ? before : undefined),
      afresh: async () => savesRight(await toSettings(bench)),
    })
  },
})
