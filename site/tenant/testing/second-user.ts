import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import type { Role } from '../roles.ts'
import { secretOf } from './authenticator-app.ts'
import { signedIn } from './signed-in.ts'
import type { TestTenant } from './start-test-tenant.ts'
import { Visitor } from './visitor.ts'

export const PASSWORD = 'four words for a door'

/** An Administrator, and a second user who has activated the account and is logged in. */
export async function withSecondUser(testTenant: TestTenant, role: Role = 'Editor') {
  const made = await signedIn(testTenant)
  const { visitor, control, domain, url } = made
  const second = `second@${domain}`
  const { html } = await visitor.post('/configuration/users', { addresses: second, role })
  const [, userId = ''] = /users\/([\w-]{43})\/resend/.exec(html) ?? []
  const person = new Visitor(testTenant.url, url)
  await person.open(await control.link('Activate my Netwrix account', 2))
  await person.post('/activate', { password: PASSWORD, again: PASSWORD })
  await person.passPassword(second, PASSWORD)
  await person.post('/log-in/method', { method: 'authenticator-app' })
  const secret = secretOf((await person.open('/log-in/app')).html)
  const seen = await person.post('/log-in/app', { code: codeAt(secret, made.now) })
  if (seen.screen !== 'dashboard') throw new Error(`The second user is at ${seen.screen}: ${seen.says}`)
  return { ...made, second, userId, secret, person }
}
