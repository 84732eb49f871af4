import type { Controls } from '../model/perform.ts'
import type { Field } from '../model/screen.ts'

const code: Field = { label: 'Enter one time code', holds: 'one-time-code' }

/** Under single sign-on, one Administrator keeps a password, so that a provider that is down locks no one out. */
const asKeeper = async (controls: Controls) => {
  if (await controls.canPress('Emergency access')) await controls.press('Emergency access')
}

const passFactor = async (controls: Controls) => {
  if (await controls.canPress('Use security key'))
    return controls.withKey('touch', () => controls.press('Use security key'))
  await controls.fill(code, await controls.value(code, 'right'))
  await controls.press('Continue')
}

/** The dashboard was asked for. If someone else has used the browser meanwhile, the holder logs in first. */
export async function comeBack(controls: Controls): Promise<void> {
  if (await controls.canPress('Configuration')) return
  const given = 'authenticator-app'
  const toPassword = ['open-tenant-link', 'log-in', asKeeper, 'email.registered', 'password.right']
  await controls.walk({ flow: 'log-in', given, events: [...toPassword, passFactor] })
}
