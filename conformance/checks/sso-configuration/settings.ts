import { configureSsoOidc } from '../../../machines/first-login/configure-sso-oidc.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { fill } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'

/** What the settings say, as an Administrator sees them. */
export const settingsOf = ({ session }: Person) => evidenceOf(session, configureSsoOidc)

/** An Administrator who has the settings of the login open, at OpenID Connect. */
export async function toSettings(bench: Bench): Promise<Person> {
  const administrator = await bench.person(configureSsoOidc, 'administrator')
  await openSettings(administrator)
  await administrator.does('authentication-settings', { fill: { Method: 'OpenID Connect' } })
  await administrator.sees('authentication-settings-openid-connect')
  return administrator
}

export async function openSettings(administrator: Person) {
  await administrator.opens(administrator.session.arranged.dashboard)
  await administrator.does('dashboard', { press: 'Configuration' })
  await administrator.does('managed-organizations', { press: 'My organization' })
  await administrator.does('my-organization', { press: 'Edit Settings' })
}

/** Fills in what the procedure asks for. @param url symbol of drivers/values.ts */
export const fillSettings = (administrator: Person, url: string) =>
  administrator.does('authentication-settings-openid-connect', {
    fill: { 'Client ID': 'registered', 'Discovery url': url },
  })

export const saveSettings = (administrator: Person) =>
  administrator.does('authentication-settings-openid-connect', { press: 'Save' })

/** Types the client secret in, where the deployment has a field for it. */
export async function typeSecret({ page, patience, bench }: Person, secret: string) {
  const { open, field } = bench.pages('clientSecret')
  const visible = await page.getByLabel(field, { exact: true }).first().isVisible()
  if (open && !visible) await page.getByText(open, { exact: true }).click({ timeout: patience })
  await fill(page, field, secret, patience)
}
