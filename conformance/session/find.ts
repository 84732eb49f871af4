import type { Locator, Page } from '@playwright/test'
import { countsDown } from '../page/countdown.ts'
import { framesOf } from '../page/frames.ts'
import { plain } from '../page/label.ts'
import type { Role } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { noteTyped } from '../page/typed.ts'
import { pressable } from '../page/unfold.ts'
import { type Element, textsOf } from '../targets/overrides.ts'
import { unnamedCode } from './code-boxes.ts'
import { StillCounting } from './countdown.ts'
import { inWords, isLocated, locate, seenIn } from './element.ts'
import { enter, fieldNamed } from './enter.ts'
import { NotThere } from './not-there.ts'
import { type Found, find, type Search, type Sought } from './sought.ts'
import { Unusable, use } from './unusable.ts'

export { NotThere }

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

/** A step takes no longer than three times the patience, and the answer is waited for, too. */
const PATIENCES = 2

async function pressFound(page: Page, sought: Sought, patience: number): Promise<string> {
  const { name, locator } = await find(page, pressable, ['buttons', 'links'], sought, patience)
  const isCounting = countsDown(name)
  const timeout = isCounting ? PATIENCES * patience : patience
  const begun = Date.now()
  try {
    await actBeyond(sought, locator, `“${name}”`, () => locator.click({ timeout }))
  } catch (error) {
    const now =
      isCounting && error instanceof Unusable && error.isDisabled ? await locator.textContent() : null
    if (now === null || plain(now) === name) throw error
    throw new StillCounting(plain(now), Date.now() - begun)
  }
  // What is left of a countdown is no other name.
  return isCounting ? sought.label : name
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

const unnamedIn = (page: Page) => async (): Promise<Found | undefined> => {
  for (const frame of await framesOf(page)) {
    const locator = await unnamedCode(frame)
    if (locator) return { locator, frame }
  }
  return undefined
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
