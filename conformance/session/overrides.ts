import type { Page } from '@playwright/test'
import { pressable } from '../../machines/model/screen.ts'
import { nearness } from '../page/label.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import {
  type Absent,
  type Element,
  eachOf,
  elementAt,
  isAbsent,
  isLoginName,
  isNowhere,
  type Message,
  type Override,
  overrideOf,
  type Place,
  textsOf,
  type Unneeded,
} from '../targets/overrides.ts'
import { fill, isEmpty, press } from './find.ts'
import { flowsThatShow, flowThatShows } from './flow-that-shows.ts'
import { insteadContext, passInterlude } from './interludes.ts'
import { callOwn } from './own-function.ts'
import type { Session } from './session.ts'
import { Unusable } from './unusable.ts'

/** What is needed to know how a target differs. */
type At = Pick<Session, 'target'> & {
  arranged?: Session['arranged']
  leg?: string | undefined
  walked?: string | undefined
}

/**
 * How a screen differs at the target: what its flow and given say comes before what is said of all, and so does its part of a
 * journey, or the flow that shows it where the arranged one does not.
 */
export function overridesFor({ target, arranged, leg, walked }: At, screen: string): Override {
  if (walked !== undefined && flowsThatShow(target, screen).includes(walked))
    return overrideOf(target.overrides, screen, { flow: walked })
  const part = leg ?? flowThatShows(target, screen, arranged?.flow)
  return overrideOf(target.overrides, screen, { ...arranged, leg: part })
}

/** Types into the documented field, or chooses in the documented list, wherever that is at the target. */
export async function fillAtTarget(session: Session, screen: string, label: string, value: string) {
  const here = placeOf(session, screen, label)
  if (isNowhere(here)) return doWithout(session, session.page, { label, value, here })
  const fields = (session.screen(screen).fields ?? []).map((field) => field.label)
  const others = namesOfOthers(session, screen, label, fields)
  const search = { ...searchFor(session, elementAt(here)), others }
  const typed = isLoginName(here) ? loginNameFor(session.account, value) : value
  session.noteWording(label, await fill(session.page, label, typed, session.patience, search))
  if (value && sharesForm(session, screen, label)) session.unsent.set(label, { screen, value })
}

/** The login name in place of an address: the account’s own in the capitals of the address, or one that does not exist. */
export function loginNameFor({ email, login }: Session['account'], address: string): string {
  const [local = ''] = address.split('@')
  if (address.toLowerCase() !== email.toLowerCase()) return local
  const own = login ?? local
  return address === email ? own : own.toUpperCase()
}

/** Whether a name or an address is sent by the button of a later screen: that of its own is not needed. */
function sharesForm(session: Session, screen: string, label: string): boolean {
  const { fields = [], buttons = [] } = session.screen(screen)
  const isAddress = fields.some((field) => field.label === label && field.holds === 'email')
  const [send = ''] = buttons
  const here = placeOf(session, screen, send)
  return isAddress && here !== undefined && isNowhere(here) && !isAbsent(here)
}

/** Where one form is several screens and the product empties it, people type again what they typed before. */
async function retype(session: Session, screen: string): Promise<void> {
  const own = (session.screen(screen).fields ?? []).map(({ label }) => label)
  for (const [label, { screen: first, value }] of session.unsent) {
    const here = placeOf(session, first, label)
    if (own.includes(label) || isNowhere(here)) continue
    if (!(await isEmpty(session.page, label, elementAt(here)))) continue
    session.notes.add(`“${label}” is typed again: the product has emptied it`)
    await fillAtTarget(session, first, label, value)
  }
}

/** Presses the documented button or link, wherever that is at the target, after further fields of its screen are filled. */
export async function pressAtTarget(
  session: Session,
  screen: string,
  label: string,
  page: Page = session.page,
): Promise<void> {
  const here = placeOf(session, screen, label)
  if (page === session.page) await fillFurther(session, screen)
  if (isNowhere(here)) return doWithout(session, page, { label, here })
  if (page === session.page) await retype(session, screen)
  const others = namesOfOthers(session, screen, label, pressable(session.screen(screen)))
  const search = { ...searchFor(session, elementAt(here), page), others }
  session.seen = undefined
  session.toast = undefined
  try {
    session.noteWording(label, await press(page, label, session.patience, search))
  } catch (error) {
    if (!(error instanceof Unusable && error.isDisabled)) throw error
    // Many products refuse a form by a button that is disabled: what they say about it decides.
    session.foundDisabled = true
    session.notes.add(error.message)
  }
}

/** Types into the fields that the documentation does not have. */
async function fillFurther(session: Session, screen: string) {
  for (const { field, value } of overridesFor(session, screen).fields ?? []) {
    const text = typeof value === 'string' ? value : await value(insteadContext(session))
    const [label = ''] = textsOf(field) ?? []
    await fill(session.page, label, text, session.patience, searchFor(session, field))
  }
}

const searchFor = (session: Session, here: Element | undefined, page: Page = session.page) => ({
  here,
  seen: page === session.page && page.url() === session.seen?.url ? session.seen : undefined,
  passBetween: (snapshot: Snapshot) => passInterlude(session, snapshot, page),
})

interface Missing {
  label: string
  value?: string
  here: Absent | Unneeded
}

/** An absent control is an accepted difference. It becomes a note when the control exists after all, or when the step works without it. */
async function doWithout(session: Session, page: Page, { label, value, here }: Missing) {
  if (!isAbsent(here)) {
    session.notes.add(`“${label}” is not needed: ${here.unneeded}`)
    // What was typed may be on its way already.
    await session.settling.settled(session.patience)
    return
  }
  const { fields, buttons, links } = await takeSnapshot(page)
  const isThere = [...fields, ...buttons, ...links].some((name) => {
    const near = nearness(label, name)
    return near === 'same' || near === 'written-alike'
  })
  if (isThere) session.notes.add(`“${label}” is there, although the profile says that it is not`)
  if (value === undefined && !here.instead) session.without = { label, why: here.absent, isThere }
  const done = await callOwn(`instead of “${label}”`, page, () =>
    here.instead?.(page, { ...insteadContext(session), label, value }),
  )
  if (done === 'done') session.notes.add(`done without “${label}”: ${here.absent}`)
  else session.accepted.add(`There is no “${label}”: ${here.absent}`)
  if (here.instead) await session.settling.settled(session.patience)
}

/** Whether people type their login name there. */
export const takesLoginName = (at: At, screen: string, label: string): boolean =>
  isLoginName(placeOf(at, screen, label))

/** Whether the profile says that the target has no such field, button or link there. */
export const lacks = (at: At, screen: string, label: string): boolean =>
  whyAbsent(at, screen, label) !== undefined

/** Whether the target sends no such mail: everything that the documentation shows in it is absent. */
export const isNoMail = (session: Pick<Session, 'target' | 'screen'>, mail: string): boolean =>
  pressable(session.screen(mail)).every((label) => lacks(session, mail, label))

/** Why the target does without a field, a button or a link. */
export function whyAbsent(at: At, screen: string, label: string): string | undefined {
  const here = placeOf(at, screen, label)
  if (!isNowhere(here)) return undefined
  return isAbsent(here) ? here.absent : here.unneeded
}

/** What takes the place of a field, a button or a link; on a screen that is absent nothing is needed, for it was passed. */
function placeOf(at: At, screen: string, label: string): Place {
  const { absent, labels = {} } = overridesFor(at, screen)
  return absent === undefined ? labels[label] : { unneeded: absent }
}

/** The message as it is worded at the target: any of these counts. */
export const messagesAtTarget = (at: At, screen: string, shows: string): readonly Message[] =>
  eachOf(overridesFor(at, screen).messages?.[shows] ?? shows)

/** What the documented labels are called at the target; what has no words there is left out. */
export function namesAtTarget(at: At, screen: string, labels: string[]): string[] {
  const { labels: here = {} } = overridesFor(at, screen)
  return labels.flatMap((label) => {
    const own = elementAt(here[label])
    return own === undefined ? [label] : (textsOf(own) ?? [])
  })
}

/** What else the screen has of that kind, by the names that mean nothing else: “Re-enter password” is no “Password”. */
function namesOfOthers(at: At, screen: string, label: string, labels: readonly string[]): string[] {
  const own = namesAtTarget(at, screen, [label])
  const others = labels.filter((other) => other !== label)
  return namesAtTarget(at, screen, [...others]).filter((name) => !own.includes(name))
}
