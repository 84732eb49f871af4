import { fill } from '../../session/find.ts'
import { proveUnchanged } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, saveSettings, settingsOf, toSettings } from './settings.ts'

export const cfg4 = defineCheck({
  id: 'CFG4',
  title: 'The domain of another tenant can’t be claimed for SSO',
  source: '8.4.1',
  level: 'SHOULD',
  asvsLevel: 2,
  needs: ['identity-provider', 'pages.ssoDomain'],
  async prove(bench) {
    const { field, taken } = bench.pages('ssoDomain')
    const administrator = await toSettings(bench)
    const before = await settingsOf(administrator)
    await fillSettings(administrator, 'right')
    await fill(administrator.page, field, taken, administrator.patience)
    const error = await administrator.isTold(() => saveSettings(administrator))
    await proveUnchanged(bench, {
      of: `claiming ${taken}`,
      error,
      stays: 'the settings are what they were',
      holds: async () => (await settingsOf(administrator)) === before,
    })
  },
})
