import type { Response } from '@playwright/test'
import { defineCheck } from '../check.ts'
import { fillSettings, openSettings, saveSettings, settingsOf, toSettings, typeSecret } from './settings.ts'

const SECRET = 'a-secret-that-nobody-guesses-42'

export const cfg3 = defineCheck({
  id: 'CFG3',
  title: 'A client secret that was saved is never shown again',
  source: '15.3.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['identity-provider', 'pages.clientSecret'],
  async prove(bench) {
    const administrator = await toSettings(bench)
    const { page } = administrator
    await fillSettings(administrator, 'right')
    await typeSecret(administrator, SECRET)
    await saveSettings(administrator)
    bench.claim('the settings are saved', await administrator.isAt('my-organization'))
    const bodies: string[] = []
    const note = async (response: Response) => {
      bodies.push(await response.text().catch(() => ''))
    }
    page.on('response', note)
    const shown = await settingsOf(administrator)
    await openSettings(administrator)
    await administrator.sees('authentication-settings-openid-connect')
    page.off('response', note)
    const values = await page
      .locator('input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    bench.claim(
      'no answer holds the secret',
      ![...bodies, shown, await page.content()].some((text) => text?.includes(SECRET)),
    )
    bench.claim('no field holds it', !values.includes(SECRET))
  },
})
