import type { Locator, Page } from '@playwright/test'
import { nearest } from '../page/label.ts'
import { inWords, type Role, readTree, type Snapshot, takeSnapshot } from '../page/snapshot.ts'
import type { Element } from '../targets/overrides.ts'
import { inWords as elementInWords, locate, visibleOf } from './element.ts'

const PAUSE = 50

/** What the documentation names is not on the page. Counts against the target, not against the harness. */
export class NotThere extends Error {
  readonly expected: string
  readonly observed: string

  /** @param instead what is there, or a look at it */
  constructor(expected: string, instead: Snapshot | string) {
    const observed = typeof instead === 'string' ? instead : inWords(instead)
    super(`${expected} is not there: there is ${observed}.`)
    this.name = 'NotThere'
    this.expected = expected
    this.observed = observed
  }
}

/** What a profile says about looking for something. */
export interface Search {
  /** Where it is, if not at its label. */
  here?: Element | undefined
  /** The last look at the page, if nothing was pressed there since. */
  seen?: Snapshot | undefined
  /** Gets past a screen that has come in between; answers whether there was one. */
  passBetween?: (snapshot: Snapshot) => Promise<boolean>
}

/** Types into the field of that label, or chooses in a list or a group, and answers the name that it really has. */
export async function fill(
  page: Page,
  label: string,
  value: string,
  patience: number,
  search: Search = {},
): Promise<string> {
  const field = (name: string) =>
    page
      .getByLabel(name, { exact: true })
      .or(page.getByPlaceholder(name, { exact: true }))
      .and(page.locator('input, textarea, select'))
      .or(page.getByRole('group', { name, exact: true }))
      .or(page.getByRole('radiogroup', { name, exact: true }))
  const sought = { label, ...search, called: `a field ${elementInWords(label, search.here)}` }
  const typed = await doToSeen(page, TYPED, sought, (seen) => seen.fill(value, { timeout: patience }))
  if (typed) return typed
  const { name, locator } = await find(page, field, ['fields'], sought, patience)
  switch (await kindOf(page, locator)) {
    case 'list': {
      const option = await choiceOf(page, value, await locator.locator('option').allTextContents())
      await locator.selectOption({ label: option })
      break
    }
    case 'group': {
      const { fields } = readTree(await locator.ariaSnapshot())
      await locator.getByRole('radio', { name: await choiceOf(page, value, fields), exact: true }).check()
      break
    }
    case 'text':
      await locator.fill(value, { timeout: patience })
  }
  return name
}

const kinds = {
  text: 'input, textarea',
  list: 'select',
  group: 'fieldset, [role=group], [role=radiogroup]',
} as const

/** What kind of field it is. Asked by selectors: running a script in the page costs as much as the rest of a step. */
async function kindOf(page: Page, field: Locator): Promise<keyof typeof kinds> {
  for (const [kind, selector] of Object.entries(kinds))
    if (await field.and(page.locator(selector)).isVisible()) return kind as keyof typeof kinds
  return 'text'
}

async function choiceOf(page: Page, wanted: string, choices: string[]): Promise<string> {
  const found = nearest(wanted, choices)
  if (found) return found.name
  throw new NotThere(`a choice “${wanted}”`, await takeSnapshot(page))
}

/** Clicks the button or the link of that name, and answers the name that it really has. */
export async function press(
  page: Page,
  label: string,
  patience: number,
  search: Search = {},
): Promise<string> {
  const pressed = (name: string) =>
    page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
  const sought = { label, ...search, called: `a button or a link ${elementInWords(label, search.here)}` }
  const seen = await doToSeen(page, PRESSED, sought, (seen) => seen.click({ timeout: patience }))
  if (seen) return seen
  const { name, locator } = await find(page, pressed, ['buttons', 'links'], sought, patience)
  await locator.click({ timeout: patience })
  return name
}

interface Sought extends Search {
  label: string
  /** In words for a report. */
  called: string
}

const TYPED: Role[] = ['textbox', 'searchbox', 'spinbutton']
const PRESSED: Role[] = ['button', 'link']

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
  const [only, another] = seen?.named.filter(({ role, name }) => name === here && roles.includes(role)) ?? []
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

/** Forms may be put up by script after the page has loaded: overrides again until it is there. */
async function find(
  page: Page,
  byName: (name: string) => Locator,
  kinds: readonly ('fields' | 'buttons' | 'links')[],
  { label: documented, here, called, passBetween }: Sought,
  patience: number,
) {
  const label = typeof here === 'string' ? here : documented
  const own = here === undefined || typeof here === 'string' ? undefined : visibleOf(locate(page, here))
  const visible = (name: string) => own ?? visibleOf(byName(name))
  // The usual case, without a look at the whole page.
  if (await visible(label).isVisible()) return { name: label, locator: visible(label) }
  const until = Date.now() + patience
  for (;;) {
    const snapshot = await takeSnapshot(page)
    const there = kinds.flatMap((kind) => snapshot[kind])
    const found = own ? { name: label } : nearest(label, there)
    if (found && (await visible(found.name).isVisible()))
      return { name: found.name, locator: visible(found.name) }
    if (await passBetween?.(snapshot)) continue
    if (Date.now() > until) throw new NotThere(called, snapshot)
    await page.waitForTimeout(PAUSE)
  }
}
