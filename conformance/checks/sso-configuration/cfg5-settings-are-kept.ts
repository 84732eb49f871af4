import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { leave } from '../bench/log-in-again.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { passProvider } from '../relying-party/trust.ts'
import { fillSettings, openForm, openSettings, saveSettings, toSettings, typeSecretHere } from './settings.ts'

export const cfg5 = defineCheck({
  id: 'CFG5',
  title: 'The settings of SSO are what was saved',
  source: 'the documentation: the method and its values are saved',
  level: 'MUST',
  roles: ['ssoSettings', 'session', 'login'],
  uses: ['sso'],
  needs: ['identity-provider'],
  seconds: 120,
  claims: {
    method: 'the saved method is the one in force when the settings are opened again',
    values: 'the saved values are shown when the form is opened again',
    untouched: 'saving once more, without typing anything, keeps them',
    again: 'method and values are still so after the Administrator has logged out and in again',
    entra: 'so are the method Entra ID and its values, when they are saved in their place',
  },
  async prove(bench) {
    await proveEntra(bench).catch((error: unknown) => {
      if (!(error instanceof Unproven)) throw error
      bench.unproven('entra', error.message)
    })
    const administrator = await toSettings(bench)
    await fillSettings(administrator, 'right')
    const typed = await valuesOf(administrator)
    await typeSecretHere(administrator)
    await save(administrator)
    await judge(bench, administrator, typed, ['method', 'values'])
    await save(administrator)
    await judge(bench, administrator, typed, ['untouched', 'untouched'])
    if (!bench.optionalRole('sso')) bench.skip('again', 'No one logs in at a provider here.')
    else if (await logInAtProvider(administrator))
      await judge(bench, administrator, typed, ['again', 'again'])
    else bench.unproven('again', 'The Administrator does not get in again at the provider.')
  },
})

async function proveEntra(bench: Bench) {
  const { administrator: situation, entra, saved } = bench.role('ssoSettings')
  const administrator = await bench.person(situation)
  await openSettings(administrator)
  await administrator.perform(entra.choose)
  await administrator.reach(entra.form)
  await administrator.perform(entra.fill('right'))
  const typed = await valuesOf(administrator)
  await typeSecretHere(administrator)
  await administrator.perform(entra.save)
  await administrator.reach(saved)
  await openSettings(administrator)
  const isInForce = await administrator.isAt(entra.form)
  const shown = await valuesOf(administrator)
  const lost = typed.filter((value) => !shown.includes(value))
  const isKept = isInForce && typed.length > 0 && lost.length === 0
  bench.claim(
    'entra',
    isKept,
    isInForce ? `${lost.length} of ${typed.length} are not` : 'another method is shown',
  )
}

/** Logs out, and in again as SSO has it now. */
async function logInAtProvider(administrator: Person): Promise<boolean> {
  await leave(administrator)
  await toEmail(administrator)
  await passProvider(administrator)
  return isAtProtectedPage(administrator)
}

async function save(administrator: Person) {
  await saveSettings(administrator)
  if (!(await administrator.isAt(administrator.role('ssoSettings').saved)))
    throw new Unproven('The settings were not saved.')
}

/** Opens the settings, and judges method and values by these claims. Ends on the form. */
async function judge(
  bench: Bench,
  administrator: Person,
  typed: string[],
  [method, values]: [string, string],
) {
  await openSettings(administrator)
  const isInForce = await administrator.isAt(bench.role('ssoSettings').openIdConnect.form)
  bench.claim(method, isInForce, 'another method is shown')
  if (!isInForce) await openForm(administrator)
  const shown = await valuesOf(administrator)
  const lost = typed.filter((value) => !shown.includes(value))
  bench.claim(values, typed.length > 0 && lost.length === 0, `${lost.length} of ${typed.length} are not`)
}

/** What the visible fields for text hold. */
const valuesOf = async ({ page }: Person): Promise<string[]> => {
  const values = await page
    .locator('input:visible:not([type=password]):not([type=checkbox]):not([type=radio])')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  return values.filter((value) => value !== '')
}
