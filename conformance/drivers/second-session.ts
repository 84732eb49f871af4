import { activateAccount } from '../../machines/activate-account.ts'
import type { EventSpec } from '../../machines/flow.ts'
import { logIn } from '../../machines/log-in.ts'
import { type ScreenId, screens } from '../../machines/screens.ts'
import { asDescribed } from './as-described.ts'
import { World } from './world.ts'

/** The same person logs in with the same phone at another computer, which spends the code that is shown now. */
export const spendCodeElsewhere = (world: World) =>
  elsewhere(world, async (other) => {
    await other.page.goto(world.arranged.url)
    await doAsDescribed(other, logIn.events, [
      ['log-in', 'login-page'],
      ['email.registered', 'email-address'],
      ['password.right', 'enter-your-password'],
      ['code.right', 'verify-your-identity'],
    ])
  })

/** Whoever was invited last follows the newest invitation and chooses a password. */
export const activateElsewhere = (world: World) =>
  elsewhere(world, (other) =>
    doAsDescribed(other, activateAccount.events, [
      ['open-activation.button', 'invitation-mail'],
      ['new-password.strong', 'change-your-password'],
      ['re-enter.same', 'change-your-password'],
      ['reset-password', 'change-your-password'],
    ]),
  )

/** Somebody sits down at another computer, where nobody is logged in. */
async function elsewhere(world: World, deed: (other: World) => Promise<void>) {
  const browser = world.context.browser()
  if (!browser) throw new Error('A second session needs a browser that can open a second context.')
  const context = await browser.newContext()
  try {
    await deed(await World.open(context, world.target, world.arranged, world.app))
  } finally {
    await context.close()
  }
}

async function doAsDescribed<E extends string>(
  world: World,
  events: Record<E, EventSpec>,
  steps: readonly (readonly [E, ScreenId])[],
) {
  for (const [event, screen] of steps)
    await asDescribed(world, { ...events[event], event, screen: screens[screen] })
}
