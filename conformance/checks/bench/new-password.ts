import type { Role } from '../../../machines/model/roles.ts'
import { overridesFor } from '../../session/overrides.ts'
import { whyNoRole } from '../role-here.ts'
import type { Bench } from './bench.ts'
import { account } from './journeys.ts'
import type { Known } from './link-token.ts'
import { nextMail } from './mailed-link.ts'
import { askForReset, choosePassword, goodPassword, toForgotten } from './mailed-passwords.ts'
import type { Person } from './person.ts'
import type { Sent } from './sent.ts'

/** A mailed link that leads to a form for a new password, and what people do there. */
export type Mailed = Pick<
  Role<'activation'> & Role<'reset'>,
  'openLink' | 'passwordForm' | 'choosePassword' | 'done' | 'invalid'
>

/** The mails that have such a link: what a check names as its role that needs any of the two. */
export const mailedKinds = ['activation', 'reset'] as const
export type MailedKind = (typeof mailedKinds)[number]

/** Why the target sends no such link; `undefined` where it does. */
export function whyNoLink(bench: Bench, kind: MailedKind): string | undefined {
  const without = whyNoRole(bench.target, kind)
  if (without !== undefined || kind === 'reset') return without
  const { flow, given } = bench.role('activation').invited
  return bench.target.cannotArrange?.(flow, given)
}

/** Why no page says that a link is not valid, where the profile has it so. */
export const whySilent = (bench: Bench, { invalid }: Pick<Mailed, 'invalid'>): string | undefined =>
  overridesFor(bench, invalid).absent

/** Why it is not known how long such a link works; `undefined` where it is documented. */
export const whyNoLife = ({ target }: Bench, kind: MailedKind): string | undefined =>
  target.documented?.[`${kind}LinkLife`] === undefined
    ? `${target.name} lacks documented.${kind}LinkLife.`
    : undefined

/** Someone who has just been sent such a link, not logged in. Roles: that kind; login for a reset. */
export async function sentLink(bench: Bench, kind: MailedKind): Promise<Person> {
  if (kind === 'activation') return bench.person(bench.role('activation').invited)
  const person = await account(bench)
  await toForgotten(person)
  await askForReset(person)
  await nextMail(person, bench.role('reset').openLink, 0)
  return person
}

/** By which mail people choose a password: most products have a reset, not all of them an activation. */
export const kindHere = (bench: Bench): MailedKind =>
  mailedKinds.find((kind) => whyNoLink(bench, kind) === undefined) ?? 'activation'

/** The way to a new password. Roles: {@link mailedKinds}. */
export const wayToPassword = (bench: Bench, kind = kindHere(bench)): Mailed => bench.role(kind)

/** Someone who has just been sent a link to a form for a new password. Roles: {@link mailedKinds}; uses login. */
export const sentAnyLink = (bench: Bench): Promise<Person> => sentLink(bench, kindHere(bench))

/** The same, on that form. */
export async function atNewPassword(bench: Bench, kind = kindHere(bench)): Promise<Person> {
  const person = await sentLink(bench, kind)
  const { openLink, passwordForm } = wayToPassword(bench, kind)
  await person.perform(openLink)
  await person.reach(passwordForm)
  return person
}

/**
 * Holds back what that form sends, and says where the token of its link may be.
 * @param send types a password, and sends it
 */
export async function heldForm(
  person: Person,
  send: () => Promise<void>,
): Promise<{ sent: Sent; known: Known }> {
  const leadsTo = person.page.url()
  const sent = await person.interceptRequest(send)
  return {
    sent,
    known: { carriers: [`${sent.url} ${sent.body}`, leadsTo], home: person.session.arranged.url },
  }
}

/** Types a password on that form, and sends it. */
export const setPassword = (
  person: Person,
  password = goodPassword(person.bench),
  kind = kindHere(person.bench),
): Promise<void> => choosePassword(person, password, wayToPassword(person.bench, kind).choosePassword)
