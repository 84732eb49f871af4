import type { Mail } from '../targets/target.ts'
import { NotThere } from './form.ts'
import { look } from './sight.ts'
import type { World } from './world.ts'

const PAUSE = 50

/** Shows the newest mail in the tab, as a webmail would: from nowhere, so that what is clicked comes from another site. */
export async function openNewestMail(world: World): Promise<Mail> {
  const mail = (await waitForMails(world, 1)).at(-1)
  if (!mail) throw new NotThere('a mail for the account', await look(world.page))
  await world.page.goto('about:blank')
  await world.page.setContent(mail.html)
  return mail
}

/** The mails, as soon as there are that many; whatever there is when patience ends. */
export async function waitForMails(world: World, atLeast: number): Promise<Mail[]> {
  const until = Date.now() + world.patience
  for (;;) {
    const mails = await world.mailbox().mails()
    if (mails.length >= atLeast || Date.now() > until) return mails
    await world.page.waitForTimeout(PAUSE)
  }
}
