import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, openForm, openSettings, saveSettings, toSettings } from './settings.ts'

export const cfg5 = defineCheck({
  id: 'CFG5',
  title: 'The settings of SSO are what was saved',
  source: 'the documentation: the method and its values are saved',
  level: 'MUST',
  roles: ['ssoSettings'],
  needs: ['identity-provider'],
  claims: {
    method: 'the saved method is the one in force when the settings are opened again',
    values: 'the saved values are shown when the form is opened again',
  },
  async prove(bench) {
    const { openIdConnect, saved } = bench.role('ssoSettings')
    const administrator = await toSettings(bench)
    await fillSettings(administrator, 'right')
    const typed = await valuesOf(administrator)
    await saveSettings(administrator)
    if (!(await administrator.isAt(saved))) throw new Unproven('The settings were not saved.')
    await openSettings(administrator)
    bench.claim('method', await administrator.isAt(openIdConnect.form), 'another method is shown')
    await openForm(administrator)
    const shown = await valuesOf(administrator)
    const lost = typed.filter((value) => !shown.includes(value))
    bench.claim('values', typed.length > 0 && lost.length === 0, `${lost.length} of ${typed.length} are not`)
  },
})

/** What the visible fields for text hold. */
const valuesOf = async ({ page }: Person): Promise<string[]> => {
  const values = await page
    .locator('input:visible:not([type=password]):not([type=checkbox]):not([type=radio])')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  return values.filter((value) => value !== '')
}
