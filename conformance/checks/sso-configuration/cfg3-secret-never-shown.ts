import type { Response } from '@playwright/test'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, openSettings, saveSettings, settingsOf, toSettings, typeSecret } from './settings.ts'

const SECRET = 'a-secret-that-nobody-guesses-42'

export const cfg3 = defineCheck({
  id: 'CFG3',
  title: 'A client secret that was saved is never shown again',
  source: '15.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['ssoSettings'],
  needs: ['identity-provider', 'pages.clientSecret'],
  claims: { answers: 'no answer holds the secret', fields: 'no field holds the secret' },
  async prove(bench) {
    const administrator = await toSettings(bench)
    const { page } = administrator
    await fillSettings(administrator, 'right')
    await typeSecret(administrator, SECRET)
    await saveSettings(administrator)
    if (!(await administrator.isAt(bench.role('ssoSettings').saved)))
      throw new Unproven('The settings were not saved.')
    const bodies: string[] = []
    const note = async (response: Response) => {
      bodies.push(await response.text().catch(() => ''))
    }
    page.on('response', note)
    const shown = await settingsOf(administrator)
    await openSettings(administrator)
    await administrator.reach(bench.role('ssoSettings').openIdConnect.form)
    page.off('response', note)
    const values = await page
      .locator('input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    const shownAgain = [...bodies, shown, await page.content()].some((text) => text?.includes(SECRET))
    bench.claim('answers', !shownAgain, 'one does')
    bench.claim('fields', !values.includes(SECRET), 'one does')
  },
})
