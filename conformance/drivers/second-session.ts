import { logIn } from '../../machines/log-in.ts'
import { screens } from '../../machines/screens.ts'
import { asDescribed } from './as-described.ts'
import { World } from './world.ts'

const steps = [
  ['log-in', 'login-page'],
  ['email.registered', 'email-address'],
  ['password.right', 'enter-your-password'],
  ['code.right', 'verify-your-identity'],
] as const

/** The same person logs in with the same phone at another computer, which spends the code that is shown now. */
export async function spendCodeElsewhere(world: World): Promise<void> {
  const browser = world.context.browser()
  if (!browser) throw new Error('A second session needs a browser that can open a second context.')
  const context = await browser.newContext()
  try {
    const elsewhere = await World.open(context, world.target, world.arranged, world.app)
    await elsewhere.page.goto(world.arranged.url)
    for (const [event, screen] of steps)
      await asDescribed(elsewhere, { ...logIn.events[event], event, screen: screens[screen] })
  } finally {
    await context.close()
  }
}
