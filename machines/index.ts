import { activateAccount } from './activate-account.ts'
import { addUsers } from './add-users.ts'
import { configureSsoEntra } from './configure-sso-entra.ts'
import { configureSsoOidc } from './configure-sso-oidc.ts'
import type { Flow } from './flow.ts'
import { logIn } from './log-in.ts'
import { logInSso } from './log-in-sso.ts'
import { onboarding } from './onboarding.ts'
import { registerEntraApp } from './register-entra-app.ts'
import { resetPassword } from './reset-password.ts'

/** Every documented procedure, in the order of the documentation, and the adding of users. */
export const procedures: Flow[] = [
  activateAccount,
  logIn,
  resetPassword,
  logInSso,
  configureSsoEntra,
  configureSsoOidc,
  registerEntraApp,
  addUsers,
]

/** Every flow: the procedures and the journey through them. */
export const flows: Flow[] = [...procedures, onboarding]

/** The flow with that id; throws with the ids there are, so that a typing error is seen at once. */
export function flowOf(id: string): Flow {
  const flow = flows.find((flow) => flow.id === id)
  if (!flow) throw new Error(`There is no flow "${id}". The flows are: ${flows.map((f) => f.id).join(', ')}.`)
  return flow
}
