import type { Mail } from '../targets/target.ts'
import { NotThere } from './form.ts'
import { look } from './sight.ts'
import type { World } from './world.ts'

const PAUSE = 50

/** Shows the newest mail in the tab, as a webmail would: from nowhere, so that what is clicked comes from another site. */
export async function openNewestMail(world: World): Promise<Mail> {
  await waitForMails(world, 1)
  const mail = await world.mailbox().newest()
  if (!mail) throw new NotThere('a mail for the account', await look(world.page))
  await world.page.goto('about:blank')
  await world.page.setContent(mail.html)
  return mail
}

/** Waits until that many mails have arrived, or patience ends. */
export async function waitForMails(world: World, atLeast: number): Promise<void> {
  const until = Date.now() + world.patience
  while ((await world.mailbox().count()) < atLeast && Date.now() < until)
    await world.page.waitForTimeout(PAUSE)
}
