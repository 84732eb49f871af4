import { parse } from 'node-html-parser'
import { nearness } from '../../page/label.ts'
import { inWords } from '../../session/element.ts'
import { mailsOf, waitForMails } from '../../session/mail.ts'
import { isAbsent } from '../../targets/overrides.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** What is pressed in the mails that lead to a new password. */
export const ACTIVATE = 'Activate my Netwrix account'
export const RESET = 'password reset link'
export type Link = typeof ACTIVATE | typeof RESET

const mailOf = (link: Link) => (link === ACTIVATE ? 'invitation-mail' : 'reset-mail')

/**
 * The address behind a link in the newest mail that has it.
 * @throws Unproven when the mail has no such link; NotThere when it does not come
 */
export async function mailedLink({ session, bench }: Person, label: Link): Promise<string> {
  const mail = (await waitForMails(session, mailOf(label), 1)).at(-1)
  return linkIn(bench, mail, label)
}

/**
 * The address behind a link in a mail, by the words that it has at the target. Where the profile has no words for it, it is the only
 * one in the mail.
 * @throws Unproven when there is none
 */
export async function linkIn(
  { target }: Pick<Bench, 'target'>,
  mail: Mail | undefined,
  label: Link,
): Promise<string> {
  const links = parse((await mail?.html()) ?? '').querySelectorAll('a[href]')
  const here = target.overrides?.[mailOf(label)]?.labels?.[label] ?? label
  const words = typeof here === 'object' && 'role' in here ? here.name : here
  const isIt = (text: string) => {
    if (typeof words === 'string') return nearness(words, text) !== undefined
    return words instanceof RegExp ? words.test(text) : links.length === 1
  }
  const href = links.find(({ text }) => isIt(text.trim()))?.getAttribute('href')
  if (!href) throw new Unproven(`The mail has no link ${inWords(label, isAbsent(here) ? undefined : here)}.`)
  return href
}

/** How many mails with that link there are. */
export const countMails = async ({ session }: Person, label: Link) =>
  (await mailsOf(session, mailOf(label))).length

/** Waits for one mail more than there were. */
export async function nextMail({ session }: Person, label: Link, before: number): Promise<Mail | undefined> {
  return (await waitForMails(session, mailOf(label), before + 1)).at(-1)
}

/** The part of an address that is most likely secret: the longest segment or value. */
export function tokenOf(link: string): string {
  const { pathname, searchParams, hash } = new URL(link)
  const parts = [...pathname.split('/'), ...searchParams.values(), ...hash.slice(1).split(/[/?&=]/)]
  return parts.toSorted((a, b) => b.length - a.length)[0] ?? ''
}
