import { fill } from '../../session/find.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, saveSettings, savesRight, settingsOf, toSettings } from './settings.ts'

export const cfg4 = defineCheck({
  id: 'CFG4',
  title: 'The domain of another tenant can’t be claimed for SSO',
  source: '8.4.1',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: ['ssoSettings'],
  needs: ['identity-provider', 'pages.ssoDomain'],
  claims: { domain: 'the domain of another tenant is not saved', ...rejectionClaims },
  async prove(bench) {
    const { field, taken } = bench.pages('ssoDomain')
    const administrator = await toSettings(bench)
    const before = await settingsOf(administrator)
    await fillSettings(administrator, 'right')
    await fill(administrator.page, field, taken, administrator.patience)
    const error = await administrator.errorAfter(() => saveSettings(administrator))
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'domain',
      of: `claiming ${taken}`,
      error,
      accepted: (await settingsOf(administrator)) !== before,
      otherwise: 'the settings have changed',
    })
    await rejections.control({
      of: 'saving the right settings without that domain',
      works: () => savesRight(administrator, before),
      afresh: async () => savesRight(await toSettings(bench)),
    })
  },
})
