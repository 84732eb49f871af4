import { loadFlow } from '../../load-flow.ts'
import { type Hands, perform } from '../perform.ts'

/**
 * Somebody else takes the chair: whoever is logged in leaves the tenant and the provider, as in a private window. Answers the
 * hands of the one who comes.
 */
export async function stepAside(hands: Hands, email: string): Promise<Hands> {
  const { frame, sandbox, world } = hands
  await frame.visit(`${sandbox.url}/dashboard`)
  if (frame.page?.screen === 'dashboard') await frame.press('Log out')
  await frame.visit(sandbox.provider.entra.signOut)
  return {
    ...hands,
    world: { ...world, email },
    sandbox: { ...sandbox, provider: { ...sandbox.provider, user: email } },
  }
}

/** The Administrator is at the dashboard: by password and code, which one Administrator keeps under SSO. */
export async function signInAgain(hands: Hands): Promise<void> {
  const { frame, sandbox } = hands
  await frame.visit(`${sandbox.url}/dashboard`)
  if (frame.page?.screen === 'dashboard') return
  const logIn = await loadFlow('log-in')
  await frame.visit(`${sandbox.url}/log-in/email?way=password`)
  for (const event of ['email.registered', 'password.right', 'code.right']) {
    const spec = logIn.events[event]
    if (spec) await perform(event, spec, hands)
  }
}
