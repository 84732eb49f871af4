import { resetPassword } from '../../machines/reset-password.ts'
import { screens } from '../../machines/screens.ts'
import { asDescribed, thenMail } from './as-described.ts'
import type { Driver } from './driver.ts'
import { NotThere } from './form.ts'
import { describedActions, describedObservations } from './generic.ts'
import { pressHere } from './here.ts'
import { mailsCalled, openMail } from './mail.ts'
import { sendNewPassword } from './new-password.ts'
import type { World } from './world.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500

const { heading: subject } = screens['reset-mail']

/** How many mails there were before one was asked for in vain. */
const before = new WeakMap<World, number>()

export const resetPasswordDriver: Driver<typeof resetPassword> = {
  flow: resetPassword,
  act: {
    ...describedActions(resetPassword),
    'reset-password': sendNewPassword,
    'open-login-page': async ({ page, arranged }) => {
      await page.goto(arranged.url)
    },
    'reset-email.registered': thenMail('reset-mail'),
    'resend-email': thenMail('reset-mail'),
    'reset-email.unknown': async (world, situation) => {
      before.set(world, (await mailsCalled(world, subject)).length)
      await asDescribed(world, situation)
    },
    'no-mail': async (world) => {
      await world.page.waitForTimeout(LONG_ENOUGH)
      const mails = await mailsCalled(world, subject)
      if (mails.length > (before.get(world) ?? 0))
        throw new NotThere('a mailbox without a new mail', `a mail “${subject}”`)
    },
    'open-older-link': async (world, { press: link = '' }) => {
      await openMail(world, subject, 1)
      await pressHere(world, screens['reset-mail'], link)
      await world.settling.settled(world.patience)
    },
  },
  observe: describedObservations(resetPassword),
}
