import type { Page } from '@playwright/test'
import { parse } from 'node-html-parser'
import { type Screen, screens } from '../../machines/screens.ts'
import type { Mail } from '../targets/target.ts'
import { NotThere } from './form.ts'
import { subjectsHere } from './here.ts'
import { nearness } from './label.ts'
import { look } from './sight.ts'
import type { World } from './world.ts'

const PAUSE = 50
const NOWHERE = 'about:blank'

/** The mails of that subject, the oldest first. */
export async function mailsCalled(world: World, subject: string): Promise<Mail[]> {
  const subjects = subjectsHere(world.target.looks, subject)
  return (await world.mailbox().mails()).filter((mail) =>
    subjects.some((subject) => nearness(subject, mail.subject)),
  )
}

/**
 * Waits until that many mails of a subject have arrived, and answers them.
 * @throws NotThere when patience ends before
 */
export async function waitForMails(world: World, subject: string, atLeast: number): Promise<Mail[]> {
  const until = Date.now() + world.patience
  for (;;) {
    const mails = await mailsCalled(world, subject)
    if (mails.length >= atLeast) return mails
    if (Date.now() > until)
      throw new NotThere(
        atLeast > 1 ? `a further mail “${subject}”` : `a mail “${subject}”`,
        await look(world.page),
      )
    await world.page.waitForTimeout(PAUSE)
  }
}

/** What stands in a tab that shows a mail, until it leads elsewhere. */
const shown = new WeakMap<Page, string>()

/**
 * Shows a mail in the tab, as a webmail would: from nowhere, so that what is clicked comes from another site.
 * @param older how many newer ones of its subject are left lying
 */
export async function openMail(world: World, subject: string, older = 0): Promise<Mail> {
  const { page } = world
  const mail = (await waitForMails(world, subject, older + 1)).at(-1 - older)
  if (!mail) throw new Error(`The mail “${subject}” was there and is gone.`)
  const html = inOneTab(await mail.html())
  if (shown.get(page) === html) return mail
  if (page.url() !== NOWHERE) await page.goto(NOWHERE)
  await page.setContent(html)
  shown.set(page, html)
  page.once('framenavigated', () => shown.delete(page))
  return mail
}

/** Mails open their links in a new tab, so that the webmail stays; whoever has but one tab goes on in it. */
function inOneTab(html: string): string {
  const mail = parse(html)
  for (const link of mail.querySelectorAll('a[target]')) link.removeAttribute('target')
  return mail.toString()
}

/** The mail that has a button or a link of that label; its heading is its subject. */
export function mailWith(label: string): Screen {
  const mail = Object.entries(screens).find(
    ([id, { buttons = [], links = [] }]) => id.endsWith('-mail') && [...buttons, ...links].includes(label),
  )
  if (mail) return mail[1]
  throw new Error(`machines/screens.ts has no mail with a button or a link “${label}”.`)
}

/** The documented subject of that mail. */
export const subjectOf = (label: string): string => mailWith(label).heading
