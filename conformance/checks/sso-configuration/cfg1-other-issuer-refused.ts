import { proveUnchanged } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, saveSettings, settingsOf, toSettings } from './settings.ts'

export const cfg1 = defineCheck({
  id: 'CFG1',
  title: 'Metadata that name another issuer than their address are not saved',
  source: '10.5.3; OpenID Connect Discovery 4.3',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  async prove(bench) {
    const administrator = await toSettings(bench)
    const before = await settingsOf(administrator)
    await fillSettings(administrator, 'other-issuer')
    const error = await administrator.isTold(() => saveSettings(administrator))
    await proveUnchanged(bench, {
      of: 'saving an address whose metadata name another issuer',
      error,
      stays: 'the settings are what they were',
      holds: async () => (await settingsOf(administrator)) === before,
    })
    await fillSettings(administrator, 'right')
    await saveSettings(administrator)
    bench.claim(
      'the right address is saved',
      (await administrator.isAt('my-organization')) && (await settingsOf(administrator)) !== before,
    )
  },
})
