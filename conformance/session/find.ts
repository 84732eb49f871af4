import type { Frame, Locator, Page } from '@playwright/test'
import { framesOf } from '../page/frames.ts'
import { nearest, nearness } from '../page/label.ts'
import { lookIntoMenus } from '../page/menus.ts'
import type { Role, Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { noteTyped } from '../page/typed.ts'
import { pressable, unfold } from '../page/unfold.ts'
import { type Element, textsOf } from '../targets/overrides.ts'
import { unnamedCode } from './code-boxes.ts'
import { countsDown, StillCounting } from './countdown.ts'
import { inWords, isLocated, locate, seenIn } from './element.ts'
import { enter, fieldNamed } from './enter.ts'
import { NotThere } from './not-there.ts'
import { Unusable, use } from './unusable.ts'

const PAUSE = 50
/** What a page puts up by script is there after this time, in milliseconds: before it, nothing is opened to look for it. */
const PAINT = 500

export { NotThere }

/** What a profile says about looking for something. */
export interface Search {
  /** Where it is, if not at its label. */
  here?: Element | undefined
  /** The last look at the page, if nothing was pressed there since. */
  seen?: Snapshot | undefined
  /** What else is on the screen: a name of these is never taken for the one that is looked for, however alike it is. */
  others?: readonly string[]
  /** Gets past a screen that has come in between; answers whether there was one. */
  passBetween?: (snapshot: Snapshot) => Promise<boolean>
}

/** Fills in the field of that label, whatever kind of field it is, and answers the name that it really has. */
export async function fill(
  page: Page,
  label: string,
  value: string,
  patience: number,
  search: Search = {},
): Promise<string> {
  noteTyped(page, value)
  const sought = { label, ...search, called: `a field ${inWords(label, search.here)}` }
  const typed = await doToSeen(page, TYPED, sought, (seen) =>
    actBeyond(search, seen, `The field “${label}”`, () => seen.fill(value, { timeout: patience })),
  )
  if (typed) return typed
  const unnamed = CODE.test(value) ? unnamedIn(page) : undefined
  const found = await find(page, fieldNamed, ['fields'], { ...sought, unnamed }, patience)
  const { name, locator, frame } = found
  await actBeyond(search, locator, `The field “${name}”`, () => enter(frame, locator, value, patience))
  return name
}

/** Whether a field of that label is on the page, and holds nothing. */
export async function isEmpty(page: Page, label: string, here: Element = label): Promise<boolean> {
  const found = await fieldAt(page, here)
  // What is no input has no value.
  return found !== undefined && (await found.locator.inputValue().catch(() => undefined)) === ''
}

/** The field that is there now; `undefined` where there is none. */
export async function fieldAt(page: Page, here: Element): Promise<Found | undefined> {
  if (isLocated(here)) return seenIn(page, (frame) => locate(frame, here))
  for (const text of [here].flat()) {
    const found = await seenIn(page, (frame) => fieldNamed(frame, text))
    if (found) return found
  }
  return undefined
}

/** What may go into the boxes of a one-time code although they have no name; nothing may, too. */
const CODE = /^(?:\d{4,10})?$/

/** Clicks the button or the link of that name, and answers the name that it really has. */
export async function press(
  page: Page,
  label: string,
  patience: number,
  search: Search = {},
): Promise<string> {
  const sought = { label, ...search, called: `a button or a link ${inWords(label, search.here)}` }
  const seen = await doToSeen(page, PRESSED, sought, (seen) =>
    actBeyond(search, seen, `“${label}”`, () => seen.click({ timeout: patience })),
  )
  return seen ?? pressFound(page, sought, patience)
}

/** While the name of a button counts down, it is another one each second. */
const SECOND = 1_000
/** A step takes no longer than three times the patience, and the answer is waited for, too. */
const PATIENCES = 2

async function pressFound(page: Page, sought: Sought, patience: number): Promise<string> {
  const begun = Date.now()
  let first: string | undefined
  for (;;) {
    const { name, locator } = await find(page, pressable, ['buttons', 'links'], sought, patience)
    first ??= name
    const timeout = countsDown(name) ? Math.min(SECOND, patience) : patience
    try {
      await actBeyond(sought, locator, `“${name}”`, () => locator.click({ timeout }))
      return name
    } catch (error) {
      const mayChange = countsDown(name) && error instanceof NotThere
      if (!mayChange || (error instanceof Unusable && !error.isDisabled)) throw error
      const waited = Date.now() - begun
      if (waited > PATIENCES * patience) throw name === first ? error : new StillCounting(name, waited)
    }
  }
}

/** Uses an element; where something covers it that has come in between, gets past that and tries again. */
async function actBeyond(
  { passBetween }: Search,
  locator: Locator,
  called: string,
  action: () => Promise<unknown>,
): Promise<void> {
  try {
    await use(locator, called, action)
  } catch (error) {
    const isCovered = error instanceof Unusable && error.isCovered
    if (!isCovered || !(await passBetween?.(await takeSnapshot(locator.page())))) throw error
    await use(locator, called, action)
  }
}

/** Something that can be seen, and the frame that it is in. */
interface Found {
  locator: Locator
  frame: Frame
}

const unnamedIn = (page: Page) => async (): Promise<Found | undefined> => {
  for (const frame of await framesOf(page)) {
    const locator = await unnamedCode(frame)
    if (locator) return { locator, frame }
  }
  return undefined
}

interface Sought extends Search {
  label: string
  /** In words for a report. */
  called: string
  /** A field that has no name and can be no other. */
  unnamed?: (() => Promise<Found | undefined>) | undefined
}

const TYPED: Role[] = ['textbox', 'searchbox', 'spinbutton']
const PRESSED: Role[] = ['button', 'link', 'menuitem']

/**
 * An element that was seen before, and only once, is not looked up again: a lookup costs a tenth of a step.
 * @returns its name; `undefined` if nothing was done, because it has gone or was not seen
 */
async function doToSeen(
  page: Page,
  roles: Role[],
  { label, here = label, seen }: Sought,
  action: (locator: Locator) => Promise<void>,
): Promise<string | undefined> {
  // A code that has a box for each digit is not typed into the first.
  const [only, another] =
    (seen?.boxes ? undefined : seen)?.named.filter(
      ({ role, name }) => textsOf(here)?.includes(name) && roles.includes(role),
    ) ?? []
  if (!only || another) return undefined
  const locator = page.getByRole(only.role, { name: only.name, exact: true })
  try {
    await action(locator)
    return only.name
  } catch (error) {
    if (await locator.isVisible()) throw error
    return undefined
  }
}

/** Forms may be put up by script after the page has loaded: looks again until it is there. */
async function find(
  page: Page,
  byName: (frame: Frame, name: string) => Locator,
  kinds: readonly ('fields' | 'buttons' | 'links')[],
  { label: documented, here, called, passBetween, unnamed, others = [] }: Sought,
  patience: number,
) {
  const labels = textsOf(here) ?? [documented]
  const [label = documented] = labels
  const own = isLocated(here) ? here : undefined
  const visible = (name: string) => seenIn(page, (frame) => (own ? locate(frame, own) : byName(frame, name)))
  // The usual case, without a look at the whole page.
  for (const text of labels) {
    const atOnce = await visible(text)
    if (atOnce) return { name: text, ...atOnce }
  }
  const begun = Date.now()
  const until = begun + patience
  let hasLookedIntoMenus = false
  for (;;) {
    const snapshot = await takeSnapshot(page)
    const there = kinds.flatMap((kind) => snapshot[kind]).filter((name) => !isOther(name, others))
    const near = labels.map((text) => nearest(text, there)).find((one) => one !== undefined)
    const found = own ? { name: label } : near
    const seen = found && (await visible(found.name))
    if (seen) return { name: found.name, ...seen }
    if (!own && kinds.includes('buttons') && Date.now() > begun + PAINT && Date.now() < until) {
      if (found && (await isUnfolded(page, found.name))) continue
      if (!found && !hasLookedIntoMenus && (await openMenuWith(page, labels))) continue
      hasLookedIntoMenus = true
    }
    const only = own || !snapshot.unnamedCode ? undefined : await unnamed?.()
    if (only) return { name: label, ...only }
    if (await passBetween?.(snapshot)) continue
    if (Date.now() > until) throw new NotThere(called, snapshot)
    await page.waitForTimeout(PAUSE)
  }
}

const isOther = (name: string, others: readonly string[]): boolean =>
  others.some((other) => ['same', 'written-alike'].includes(nearness(other, name) ?? ''))

/** Opens the closed part of the page that holds something. @throws Unusable where several do, for nobody knows which is meant */
async function isUnfolded(page: Page, name: string): Promise<boolean> {
  const parts = await unfold(page, name)
  if (parts > 1) throw new Unusable(`“${name}”`, 'is in several closed parts of the page')
  return parts === 1
}

/** Opens the menu that holds something, where it is in one only. */
async function openMenuWith(page: Page, labels: readonly string[]): Promise<boolean> {
  const holding = (await lookIntoMenus(page)).filter(({ names }) =>
    labels.some((label) => nearest(label, names)),
  )
  const [only, another] = holding
  if (!only || another) return false
  await only.open()
  return true
}
