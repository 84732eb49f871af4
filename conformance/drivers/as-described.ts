import { type ScreenId, screens } from '../../machines/screens.ts'
import type { Action } from './driver.ts'
import { fillHere, lacks, pressHere } from './here.ts'
import { mailsCalled, mailWith, openMail, waitForMails } from './mail.ts'
import { valueFor } from './values.ts'

/** Fills and presses what the event's own data say, in the newest mail when it happens there; other names become notes. */
export const asDescribed: Action = async (world, { at, fill: fields = {}, press: label, screen }) => {
  // A form that a script sends off does nothing before the script has come.
  await world.settling.settled(world.patience)
  const mail = at === 'mail' && label ? mailWith(label) : undefined
  if (mail && label && !lacks(world, mail, label)) await openMail(world, mail.heading)
  for (const [field, symbol] of Object.entries(fields)) {
    const type = screen.fields?.find(({ label }) => label === field)?.type ?? 'text'
    const value = await valueFor(world, type, symbol)
    await fillHere(world, screen, field, value)
  }
  if (label) await pressHere(world, mail ?? screen, label)
  await world.settling.settled(world.patience)
}

/** As described, and a further mail must arrive: the one that this screen stands for. */
export const thenMail =
  (mail: ScreenId): Action =>
  async (world, situation) => {
    const subject = screens[mail].heading
    const before = await mailsCalled(world, subject)
    await asDescribed(world, situation)
    await waitForMails(world, subject, before.length + 1)
  }

/** As described, ten times in a row. */
export const tenTimes: Action = async (world, situation) => {
  for (let time = 0; time < 10; time++) await asDescribed(world, situation)
}
