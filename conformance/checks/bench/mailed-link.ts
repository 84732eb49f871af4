import { parse } from 'node-html-parser'
import { screens } from '../../../machines/screens.ts'
import { nearness } from '../../drivers/label.ts'
import { mailsCalled, waitForMails } from '../../drivers/mail.ts'
import type { Mail } from '../../targets/target.ts'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** What is pressed in the mails that lead to a new password. */
export const ACTIVATE = 'Activate my Netwrix account'
export const RESET = 'password reset link'
export type Link = typeof ACTIVATE | typeof RESET

const subjectOf = (link: Link) => screens[link === ACTIVATE ? 'invitation-mail' : 'reset-mail'].heading

/**
 * The address behind a link in the newest mail that has it.
 * @throws Unproven when the mail has no such link; NotThere when it does not come
 */
export async function mailedLink({ world }: Person, label: Link): Promise<string> {
  const mail = (await waitForMails(world, subjectOf(label), 1)).at(-1)
  return linkIn(mail, label)
}

/** The address behind a link in a mail. */
export async function linkIn(mail: Mail | undefined, label: Link): Promise<string> {
  const links = parse((await mail?.html()) ?? '').querySelectorAll('a[href]')
  const href = links.find(({ text }) => nearness(label, text.trim()))?.getAttribute('href')
  if (!href) throw new Unproven(`The mail has no link “${label}”.`)
  return href
}

/** How many mails with that link there are. */
export const countMails = async ({ world }: Person, label: Link) =>
  (await mailsCalled(world, subjectOf(label))).length

/** Waits for one mail more than there were. */
export async function nextMail({ world }: Person, label: Link, before: number): Promise<Mail | undefined> {
  return (await waitForMails(world, subjectOf(label), before + 1)).at(-1)
}

/** The part of an address that is most likely secret: the longest segment or value. */
export function tokenOf(link: string): string {
  const { pathname, searchParams, hash } = new URL(link)
  const parts = [...pathname.split('/'), ...searchParams.values(), ...hash.slice(1).split(/[/?&=]/)]
  return parts.toSorted((a, b) => b.length - a.length)[0] ?? ''
}
