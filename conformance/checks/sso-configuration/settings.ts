import type { SsoMethod } from '../../../machines/model/roles.ts'
import { flowIn } from '../../packs/pack-of.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { fieldAt, fill } from '../../session/find.ts'
import { openFromProtectedPage } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'

/** What the settings say, as an Administrator sees them. */
export const settingsOf = ({ session, bench }: Person) =>
  evidenceOf(session, flowIn(bench.target.packs, bench.role('ssoSettings').administrator.flow))

export type Method = 'openIdConnect' | 'entra'

/** How a method is chosen and saved. @throws NotTestable where the product does not have it */
export function methodAt(administrator: Person, name: Method): SsoMethod {
  const method = administrator.role('ssoSettings')[name]
  if (!method)
    throw new NotTestable(
      `${administrator.bench.target.name} has no such method among its settings: ${name}.`,
    )
  return method
}

/** An Administrator who has the settings of the login open, at OpenID Connect. */
export async function toSettings(bench: Bench): Promise<Person> {
  const { administrator: situation } = bench.role('ssoSettings')
  const administrator = await bench.person(situation)
  await openForm(administrator)
  return administrator
}

export const openSettings = (administrator: Person) =>
  openFromProtectedPage(administrator, administrator.role('ssoSettings').open)

export async function openForm(administrator: Person) {
  const { choose, form } = administrator.role('ssoSettings').openIdConnect
  await openSettings(administrator)
  await administrator.perform(choose)
  await administrator.reach(form)
}

/** Fills in what the procedure asks for. @param url symbol of the discovery address */
export const fillSettings = (administrator: Person, url: string) =>
  administrator.perform(administrator.role('ssoSettings').openIdConnect.fill(url))

export const saveSettings = (administrator: Person) =>
  administrator.perform(administrator.role('ssoSettings').openIdConnect.save)

/** Whether the right settings are saved, after what was refused. */
export async function savesRight(administrator: Person, before?: string): Promise<boolean> {
  await openForm(administrator)
  await fillSettings(administrator, 'right')
  await saveSettings(administrator)
  if (!(await administrator.isAt(administrator.role('ssoSettings').saved))) return false
  return before === undefined || (await settingsOf(administrator)) !== before
}

/** Types the client secret in, where the deployment has a field for it. */
export async function typeSecret({ page, patience, bench }: Person, secret: string) {
  const { open, field } = bench.pages('clientSecret')
  if (open && !(await fieldAt(page, field)))
    await page.getByText(open, { exact: true }).click({ timeout: patience })
  await fill(page, 'Client secret', secret, patience, { here: field })
}

/** Types in the client secret that the provider gave out, where the deployment has a field for it and the provider gave one. */
export async function typeSecretHere(administrator: Person) {
  const { clientSecret } = administrator.session.provider()
  if (administrator.bench.target.pages?.clientSecret && clientSecret)
    await typeSecret(administrator, clientSecret)
}

/** What the visible fields for text hold. */
export const textsInFields = async ({ page }: Person): Promise<string[]> => {
  const values = await page
    .locator('input:visible:not([type=password]):not([type=checkbox]):not([type=radio])')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  return values.filter((value) => value !== '')
}
