import { nearest } from '../page/label.ts'
import { heardOn } from '../page/listen.ts'
import { mentions } from '../page/mentions.ts'
import { namesInMenus } from '../page/menus.ts'
import { fieldsOn, type Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { elementAt, isNowhere, type Override } from '../targets/overrides.ts'
import {
  haveSameHeading,
  isEntrance,
  isKnownByButton,
  isKnownByHeading,
  isNameless,
  NothingBeyond,
  screensBeyond,
} from './beyond.ts'
import { inWords, isThere } from './element.ts'
import { otherHeading } from './opens-in-tab.ts'
import { overridesFor } from './overrides.ts'
import { asText, noteTexts } from './plain-headings.ts'
import type { Session } from './session.ts'
import { isIn, signedInFacts } from './signed-in.ts'
import { undocumentedOn } from './undocumented.ts'

/** What one look at a screen brought. */
export interface Seen {
  snapshot: Snapshot
  /** What should identify the screen and is missing, in words for a report; none: it is that screen. */
  missing: string[]
  /** What else the documentation shows there, and what is missing; its own transitions prove it. */
  lacking: string[]
  /** The screen before, where all of it is still there and nothing tells it from the screen that is looked for. */
  sameAs?: string
}

/** How a page is looked at. */
export interface Look {
  /** Whether the model has someone logged in there. */
  signedIn?: boolean | undefined
  /** A look that was just taken, where several screens are looked for on one page; else one is taken. */
  snapshot?: Snapshot | undefined
}

export const snapshotOf = async ({ page }: Session, { snapshot }: Look) =>
  snapshot ?? (await takeSnapshot(page))

/**
 * A screen is recognised by its heading, its fields and its first button; whatever else it has may be reached otherwise. Where
 * the profile says that one of them is absent, it is not looked for; where it says so of the whole screen, or of all of these, what
 * comes after it is.
 * @throws NothingBeyond
 */
export async function observeScreen(session: Session, screen: string, look: Look = {}): Promise<Seen> {
  const { heading, fields = [], buttons = [], links = [] } = session.screen(screen)
  const snapshot = await snapshotOf(session, look)
  const clickable = [...snapshot.buttons, ...snapshot.links]
  const [first, ...others] = buttons
  const labels = fields.map(({ label }) => label)
  const { absent: absentHere, heading: headingHere, labels: here = {} } = overridesFor(session, screen)
  if (absentHere !== undefined) {
    const missing = await whatIsBeyond(session, screen, look)
    if (missing.length === 0) session.accepted.add(`There is no screen “${heading}”: ${absentHere}`)
    return { snapshot, missing, lacking: [] }
  }
  // Every page would be it.
  if (isNameless(session, screen))
    return { snapshot, missing: await whatIsBeyond(session, screen, look), lacking: [] }
  const headings = headingHere === false || (await isToast(session, screen, headingHere)) ? [] : [heading]
  const absent = (wanted: string[], there: string[], called: string) =>
    absentOf(session, wanted, here, there, called)
  // Without a heading, a field that only shows something, as a page of the account does, makes no form of it.
  const isShownOnly = (name: string) => headings.length === 0 && snapshot.disabled?.includes(name)
  const fieldsThere = fieldsOn(snapshot, fields).filter((name) => !isShownOnly(name))
  const missed = [
    ...(
      await absentOf(
        session,
        headings,
        headingHere ? { [heading]: headingHere } : {},
        snapshot.headings,
        'the heading',
      )
    ).map((what) => what + (inAMail(screen, session) || asText(session, screen, headingHere, snapshot))),
    ...(await absent(labels, fieldsThere, 'the field')),
  ]
  // Nothing is opened on a page that is another one, or that nothing else identifies.
  const isOther = missed.length > 0 || headings.length + labels.length === 0
  const absentAll = async (wanted: string[], called: string) => {
    const gone = await absent(wanted, clickable, called)
    return gone.length === 0 || isOther
      ? gone
      : absent(wanted, [...clickable, ...(await namesInMenus(session.page, snapshot))], called)
  }
  const missing = [...missed, ...(await absentAll(first ? [first] : [], 'the button'))]
  if (missing.length === 0 && (await isStillAt(session, screen, snapshot)))
    return {
      snapshot,
      missing: [`anything but “${first}” that tells the screen “${heading}”`],
      lacking: [],
      ...(session.left && { sameAs: session.left }),
    }
  if (missing.length === 0) {
    noteTexts(session, screen, snapshot)
    const headingThere = headingHere ?? nearest(heading, snapshot.headings)?.name
    if (typeof headingThere === 'string') session.noteWording(heading, headingThere)
    for (const what of undocumentedOn(session.screen(screen), overridesFor(session, screen), snapshot))
      session.notes.add(what)
  }
  return {
    snapshot,
    missing,
    lacking: [...(await absentAll(others, 'the button')), ...(await absentAll([...links], 'the link'))],
  }
}

/**
 * Whether a screen that is known by a button alone may be the one before, which has that button, too. Many pages have a link such as
 * “Log out”.
 */
async function isStillAt(session: Session, screen: string, snapshot: Snapshot): Promise<boolean> {
  const { left } = session
  if (left === undefined || left === screen || !isKnownByButton(session, screen)) return false
  if (!isOwnPage(session, left)) return false
  return (await observeScreen(session, left, { snapshot })).missing.length === 0
}

/**
 * Whether the page has announced a screen, although it shows that no more: a toast is gone after seconds. The person is on it
 * until they press something, or get to another address.
 */
async function isToast(session: Session, screen: string, heading: Override['heading']): Promise<boolean> {
  const { page, toast } = session
  if (typeof heading !== 'object' || !('text' in heading)) return false
  if (toast?.screen === screen && toast.url === page.url()) return true
  const heard = await heardOn(page)
  const isSaid = heard.some(({ text }) => mentions(text, heading.text))
  if (isSaid) session.toast = { screen, url: page.url() }
  return isSaid
}

/** What to write where a mail is still open, since the link that leads on is said to be absent there. */
const inAMail = (screen: string, { shownMail }: Session): string =>
  shownMail !== undefined
    ? `; the mail is still open: say at screens[${JSON.stringify(screen)}] by \`open\` how people get there without a link`
    : ''

/**
 * Whether a screen that is known by its heading alone may be the one before, which is still there and has that heading, too: the name of
 * the product is the heading of many pages.
 */
async function isHeadingOfLeft(session: Session, screen: string, snapshot: Snapshot): Promise<boolean> {
  const { left } = session
  if (left === undefined || left === screen || !isKnownByHeading(session, screen)) return false
  if (!isOwnPage(session, left) || !haveSameHeading(session, left, screen)) return false
  return (await observeScreen(session, left, { snapshot })).missing.length === 0
}

/** A page of its own, which something identifies. */
function isOwnPage(session: Session, screen: string): boolean {
  const { kind = 'page', words } = session.screen(screen)
  const isPage = kind === 'page' && words !== 'any' && overridesFor(session, screen).absent === undefined
  return isPage && !isNameless(session, screen)
}

/** What shows that a screen which the target does not have was passed, and is not there: the next screen, or a session. */
async function whatIsBeyond(session: Session, screen: string, look: Look): Promise<string[]> {
  const { context, arranged, page } = session
  const { heading } = session.screen(screen)
  const facts = async () => signedInFacts(session, await context.cookies(arranged.dashboard), page)
  const isSession = look.signedIn || overridesFor(session, screen).signedIn !== undefined
  if (isSession && isIn(await facts())) return []
  const beyond = screensBeyond(session, screen).filter((next) => !(isSession && isEntrance(session, next)))
  for (const next of beyond) {
    const { missing, snapshot } = await observeScreen(session, next, { snapshot: look.snapshot })
    if (missing.length === 0 && !(await isHeadingOfLeft(session, next, snapshot))) return []
  }
  if (beyond.length === 0 && !isSession) throw new NothingBeyond(heading)
  const quoted = new Set(beyond.map((next) => `“${session.screen(next).heading}”`))
  const wanted = [...quoted, ...(isSession ? ['a session'] : [])].join(' or ')
  return [`what comes after “${heading}”: ${wanted}${isSession ? otherHeading(session) : ''}`]
}

/** What of the wanted is not there, in words; `here` says where it is at the target. */
export async function absentOf(
  { page }: Session,
  wanted: string[],
  here: NonNullable<Override['labels']>,
  names: string[],
  called: string,
): Promise<string[]> {
  const missing: string[] = []
  for (const label of wanted) {
    const element = elementAt(here[label])
    if (isNowhere(element) || (await isThere(page, element ?? label, names))) continue
    missing.push(`${called} ${inWords(label, element)}`)
  }
  return missing
}
