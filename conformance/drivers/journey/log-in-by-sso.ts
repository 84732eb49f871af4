import type { Credentials } from '../../targets/target.ts'
import { nearest } from '../label.ts'
import { logInSsoDriver } from '../log-in-sso.ts'
import { asksWho, signInAtProvider } from '../provider.ts'
import { look } from '../sight.ts'
import { World } from '../world.ts'
import { doSteps } from './walk-leg.ts'

/**
 * Somebody sits down at a computer of their own and logs in by SSO, as far as the provider lets them. Answers where they are
 * then; their browser ends with the world's.
 */
export async function logInBySso(
  world: World,
  person: Credentials,
  way: 'by the mail' | 'by the tenant link',
): Promise<World> {
  const context = await world.context.browser()?.newContext()
  if (!context) throw new Error('Another person needs a browser that can open a second context.')
  world.context.once('close', () => void context.close())
  const account = { email: person.name, password: person.password }
  const other = await World.open(context, world.target, { ...world.arranged, account })
  if (way === 'by the mail') await doSteps(other, logInSsoDriver, [['open-access', 'sso-invitation-mail']])
  else await other.page.goto(world.arranged.url)
  await doSteps(other, logInSsoDriver, [
    ['log-in', 'login-page'],
    ['email.registered', 'email-address'],
  ])
  if (!(await asksWho(other))) return other
  await signInAtProvider(other, person)
  // Nobody has consented to an app that was registered a moment ago.
  if (nearest('Accept', (await look(other.page)).buttons))
    await doSteps(other, logInSsoDriver, [['consent.accept', 'provider-consent']])
  return other
}
