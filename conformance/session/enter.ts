import type { Frame, Locator } from '@playwright/test'
import { nearest } from '../page/label.ts'
import { readTree } from '../page/read-tree.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { choose, chooseIn } from './choose.ts'
import { boxesOf, typeIntoBoxes } from './code-boxes.ts'
import { visibleOf } from './element.ts'
import { NotThere } from './not-there.ts'

/** Milliseconds that the mouse may take before the keyboard is tried. */
const BY_MOUSE = 1_000

/** Fields that are certain to take any text: the usual case. */
const TEXT =
  'textarea, input:not([type=checkbox], [type=radio], [role], [readonly], [aria-haspopup], [maxlength="1"], [size="1"])'

/** Everything that can be a field, by a name or by a label that is near it. */
const FIELD =
  ':is(input, textarea, select, [contenteditable]:not([contenteditable=false]), [aria-haspopup], ' +
  '[role=combobox], [role=listbox], [role=checkbox], [role=switch], [role=textbox]):not([aria-hidden=true])'
const NAMED_ROLES = ['group', 'radiogroup', 'combobox', 'listbox', 'checkbox', 'switch', 'textbox'] as const

/** What has this name and can be filled in, in any way. */
export function fieldNamed(frame: Frame, name: string): Locator {
  const byRole = NAMED_ROLES.map((role) => frame.getByRole(role, { name, exact: true }))
  return byRole.reduce(
    (all, one) => all.or(one),
    frame
      .getByLabel(name, { exact: true })
      .or(frame.getByPlaceholder(name, { exact: true }))
      .and(frame.locator(FIELD))
      .or(frame.locator(labelled(name))),
  )
}

/** What a label is for although its name is another one, or it takes no label in HTML. Of several with that id, the field is meant. */
function labelled(name: string): string {
  const parts = name.split('"').map((part) => `"${part}"`)
  const quoted = parts.length > 1 ? `concat(${parts.join(`, '"', `)})` : parts[0]
  const label = `//label[normalize-space(.) = ${quoted}]`
  const named = `//*[@id = ${label}/@for]`
  const field = '[self::input or self::select or self::textarea]'
  const found = [`${named}${field}`, `${named}[not(${named}${field})]`, `${label}//*[contains(name(), '-')]`]
  // A label that names nothing belongs to the only field beside it.
  const fields = './/*[(self::input and not(@type = "hidden")) or self::select or self::textarea]'
  const around = `ancestor::*[${fields}][1][count(.//label) = 1 and count(${fields}) = 1]`
  const stray = `${label}[not(@for = //@id) and not(.${fields.slice(1)})]`
  return `xpath=${[...found, `${stray}/${around}${fields.slice(1)}`].join(' | ')}`
}

/**
 * Puts a value into a field: types it, chooses it, or switches it on (`yes`, `on`, its own label …) or off (`no`, `off`, nothing).
 * @throws NotThere where there is no such choice
 */
export async function enter(frame: Frame, field: Locator, value: string, patience: number): Promise<void> {
  if (await field.and(frame.locator(TEXT)).isVisible()) return field.fill(value, { timeout: patience })
  switch (await field.evaluate(kindOf, undefined, { timeout: patience })) {
    case 'text':
      return field.fill(value, { timeout: patience })
    case 'select': {
      const option = await choiceOf(frame, value, await field.locator('option').allTextContents())
      await field.selectOption({ label: option }, { timeout: patience })
      return
    }
    case 'element':
      return enter(frame, visibleOf(field.locator(FIELD)), value, patience)
    case 'switch':
      return check(field, isYes(value), patience)
    case 'list':
      return value === '' ? undefined : chooseIn(frame, field, value, patience)
    case 'combobox':
      return value === '' ? undefined : choose(frame, field, value, patience)
    case 'box': {
      const boxes = await boxesOf(frame)
      return boxes.length > 0
        ? typeIntoBoxes(frame.page(), boxes, value, patience)
        : field.fill(value, { timeout: patience })
    }
    case 'group':
      return enterInGroup(frame, field, value, patience)
  }
}

type Kind = 'text' | 'element' | 'select' | 'switch' | 'list' | 'combobox' | 'box' | 'group'

/** How a field is filled in. Runs in the page. */
function kindOf(field: Element): Kind {
  if (field instanceof HTMLSelectElement) return 'select'
  if (field.shadowRoot && !field.matches('[role], [aria-haspopup]')) return 'element'
  if (field.matches('[type=checkbox], [type=radio], [role=checkbox], [role=switch], [role=radio]'))
    return 'switch'
  if (field.matches('[role=listbox]')) return 'list'
  if (field.closest('[role=combobox]') || field.matches('[aria-haspopup]')) return 'combobox'
  if (field instanceof HTMLInputElement) {
    const { width, height } = field.getBoundingClientRect()
    return field.maxLength === 1 || width <= 2 * height ? 'box' : 'text'
  }
  return field.matches('textarea, [contenteditable], [role=textbox]') ? 'text' : 'group'
}

/** Chooses in a group, or types into what is in it. */
async function enterInGroup(frame: Frame, group: Locator, value: string, patience: number): Promise<void> {
  const { named } = readTree(await group.ariaSnapshot())
  const namesOf = (role: string) => named.filter((one) => one.role === role).map(({ name }) => name)
  for (const role of ['radio', 'checkbox'] as const) {
    const found = nearest(value, namesOf(role))
    if (found) return check(group.getByRole(role, { name: found.name, exact: true }), true, patience)
  }
  const boxes = await boxesOf(group)
  if (boxes.length > 0) return typeIntoBoxes(frame.page(), boxes, value, patience)
  const button = nearest(value, namesOf('button'))
  if (button)
    return group.getByRole('button', { name: button.name, exact: true }).click({ timeout: patience })
  const words = visibleOf(group.getByText(value, { exact: true }))
  if (value !== '' && (await words.isVisible())) return words.click({ timeout: patience })
  const inner = visibleOf(group.locator(FIELD))
  if (named.length > 0 && (await inner.isVisible()) && namesOf('radio').length === 0)
    return enter(frame, inner, value, patience)
  if (value === '') return
  throw new NotThere(`a choice “${value}”`, await takeSnapshot(frame.page()))
}

const NO = /^(?:|no|off|false|0|none|never|un\w+|dis\w+)$/i
const isYes = (value: string) => !NO.test(value.trim())

/** With the mouse, else by keyboard: what is drawn over a checkbox may be in the way. */
async function check(box: Locator, on: boolean, patience: number): Promise<void> {
  try {
    await box.setChecked(on, { timeout: Math.min(BY_MOUSE, patience) })
  } catch {
    if ((await box.isChecked({ timeout: patience })) !== on) await box.press('Space', { timeout: patience })
    if ((await box.isChecked({ timeout: patience })) !== on)
      await box.click({ timeout: patience, force: true })
  }
}

async function choiceOf(frame: Frame, wanted: string, choices: string[]): Promise<string> {
  const found = nearest(wanted, choices)
  if (found) return found.name
  throw new NotThere(`a choice “${wanted}”`, await takeSnapshot(frame.page()))
}
