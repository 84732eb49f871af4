import type { Controls } from '../model/perform.ts'

/** The same person logs in at another computer with the same app, which spends the code that is shown now. */
export async function spendCode(controls: Controls): Promise<void> {
  if (controls.timesDone('code.right') > 0) return
  const events = ['open-tenant-link', 'log-in', 'email.registered', 'password.right', 'code.right']
  await controls.elsewhere((other) => other.walk({ flow: 'log-in', given: 'authenticator-app', events }))
}

/** The person who was invited last follows the invitation and chooses a password, at another computer. */
export async function activateElsewhere(controls: Controls): Promise<void> {
  const events = ['open-activation.button', 'new-password.strong', 're-enter.same', 'reset-password']
  await controls.elsewhere((other) => other.walk({ flow: 'activate-account', events }))
  await controls.reload()
}
