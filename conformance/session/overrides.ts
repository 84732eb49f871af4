import type { Page } from '@playwright/test'
import { pressable } from '../../machines/model/screen.ts'
import { nearness } from '../page/label.ts'
import { type Snapshot, takeSnapshot } from '../page/snapshot.ts'
import { type Absent, type Element, isAbsent, type Message, type Override } from '../targets/overrides.ts'
import { fill, press } from './find.ts'
import { insteadContext, passInterlude } from './interludes.ts'
import type { Session } from './session.ts'

/** What is needed to know how a target differs. */
type At = Pick<Session, 'target'>

/** How a screen differs at the target. */
export const overridesFor = ({ target }: At, screen: string): Override => target.overrides?.[screen] ?? {}

/** Types into the documented field, or chooses in the documented list, wherever that is at the target. */
export async function fillAtTarget(session: Session, screen: string, label: string, value: string) {
  const here = overrideOf(session, screen, label)
  if (isAbsent(here)) return doWithout(session, session.page, label, here)
  session.noteWording(
    label,
    await fill(session.page, label, value, session.patience, searchFor(session, here)),
  )
}

/** Presses the documented button or link, wherever that is at the target. */
export async function pressAtTarget(
  session: Session,
  screen: string,
  label: string,
  page: Page = session.page,
): Promise<void> {
  const here = overrideOf(session, screen, label)
  if (isAbsent(here)) return doWithout(session, page, label, here)
  const search = searchFor(session, here, page)
  session.seen = undefined
  session.noteWording(label, await press(page, label, session.patience, search))
}

const searchFor = (session: Session, here: Element | undefined, page: Page = session.page) => ({
  here,
  seen: page === session.page && page.url() === session.seen?.url ? session.seen : undefined,
  passBetween: (snapshot: Snapshot) => passInterlude(session, snapshot, page),
})

/** What is not there is an accepted difference, and a note where it is there after all. */
async function doWithout(session: Session, page: Page, label: string, { absent, instead }: Absent) {
  const { fields, buttons, links } = await takeSnapshot(page)
  const alike = [...fields, ...buttons, ...links].filter((name) => {
    const near = nearness(label, name)
    return near === 'same' || near === 'written-alike'
  })
  if (alike.length > 0) session.notes.add(`“${label}” is there, although the profile says that it is not`)
  session.accepted.add(`There is no “${label}”: ${absent}`)
  await instead?.(page, insteadContext(session))
  if (instead) await session.settling.settled(session.patience)
}

/** Whether the profile says that the target has no such field, button or link there. */
export const lacks = (at: At, screen: string, label: string): boolean =>
  whyAbsent(at, screen, label) !== undefined

/** Whether the target sends no such mail: everything that the documentation shows in it is absent. */
export const isNoMail = (session: Pick<Session, 'target' | 'screen'>, mail: string): boolean =>
  pressable(session.screen(mail)).every((label) => lacks(session, mail, label))

/** Why the target does without a field, a button or a link. */
export function whyAbsent(at: At, screen: string, label: string): string | undefined {
  const here = overrideOf(at, screen, label)
  return isAbsent(here) ? here.absent : undefined
}

/** What takes the place of a field, a button or a link; on a screen that is absent nothing does. */
function overrideOf(at: At, screen: string, label: string): Element | Absent | undefined {
  const { absent, labels = {} } = overridesFor(at, screen)
  return absent === undefined ? labels[label] : { absent }
}

/** The message as it is worded at the target. */
export const messageAtTarget = (at: At, screen: string, shows: string): Message =>
  overridesFor(at, screen).messages?.[shows] ?? shows

/** What the documented labels are called at the target; what has no words there is left out. */
export function namesAtTarget(at: At, screen: string, labels: string[]): string[] {
  const { labels: here = {} } = overridesFor(at, screen)
  return labels.flatMap((label) => {
    const own: Element | Absent | undefined = here[label]
    if (own === undefined) return [label]
    return typeof own === 'string' ? [own] : []
  })
}
