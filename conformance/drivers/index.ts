import type { Flow } from '../../machines/flow.ts'
import { activateAccountDriver } from './activate-account.ts'
import { addUsersDriver } from './add-users.ts'
import { configureSsoEntraDriver } from './configure-sso-entra.ts'
import { configureSsoOidcDriver } from './configure-sso-oidc.ts'
import type { Driver } from './driver.ts'
import { logInDriver } from './log-in.ts'
import { logInSsoDriver } from './log-in-sso.ts'
import { onboardingDriver } from './onboarding.ts'
import { registerEntraAppDriver } from './register-entra-app.ts'
import { resetPasswordDriver } from './reset-password.ts'

/** Every driver, listed once. */
export const drivers: Driver[] = [
  activateAccountDriver,
  logInDriver,
  resetPasswordDriver,
  configureSsoEntraDriver,
  configureSsoOidcDriver,
  addUsersDriver,
  logInSsoDriver,
  registerEntraAppDriver,
  onboardingDriver,
]

/** The driver of a flow; throws with the file to write when there is none. */
export function driverOf(flow: Flow): Driver {
  const driver = drivers.find((driver) => driver.flow.id === flow.id)
  if (!driver)
    throw new Error(`There is no conformance/drivers/${flow.id}.ts that says how ${flow.id} is done.`)
  return driver
}
