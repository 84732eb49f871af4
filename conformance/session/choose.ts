import type { Frame, Locator } from '@playwright/test'
import { nearest } from '../page/label.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { NotThere } from './not-there.ts'

const PAUSE = 50
/** Milliseconds that a list may take to open before it is opened otherwise. */
const OPENS = 700
const BRIEFLY = { timeout: OPENS }
/** More choices than anybody would go through by keyboard. */
const MOST = 200
const CHOICE = '[role=option]:visible, [role=menuitemradio]:visible'
const OPENER = 'xpath=ancestor-or-self::*[@role="combobox" or @aria-haspopup][1]'

/**
 * Chooses in a list that a script puts up: a combobox, or a button with a list (ARIA Authoring Practices, Combobox and Listbox).
 * @throws NotThere where it has no such choice
 */
export async function choose(frame: Frame, field: Locator, value: string, patience: number): Promise<void> {
  const until = Date.now() + patience
  const around = field.locator(OPENER)
  const opener = (await around.count()) > 0 ? around : field
  await open(frame, opener)
  if (await pick(frame.locator(CHOICE), value, Math.min(OPENS, patience))) return close(frame, opener)
  const typed = await typeToFilter(frame, value)
  if (typed && (await pick(frame.locator(CHOICE), value, OPENS))) return close(frame, opener)
  if (await goByKeyboard(frame, value)) return
  if (await pick(frame.locator(CHOICE), value, until - Date.now())) return close(frame, opener)
  // A field that only suggests takes any text; one that only searches a list does not.
  const suggests =
    typed && (await opener.evaluate((own) => own.contains(document.activeElement), undefined, BRIEFLY))
  if (suggests && !(await isOpen(frame, opener))) return
  throw new NotThere(`a choice “${value}”`, await takeSnapshot(frame.page()))
}

/** Chooses in a list that is open. @throws NotThere where it has no such choice */
export async function chooseIn(frame: Frame, list: Locator, value: string, patience: number): Promise<void> {
  if (await pick(list.locator(CHOICE), value, patience)) return
  throw new NotThere(`a choice “${value}”`, await takeSnapshot(frame.page()))
}

/** Opens it with the mouse; by keyboard where that does nothing. */
async function open(frame: Frame, opener: Locator) {
  if ((await opener.getAttribute('aria-expanded', BRIEFLY)) === 'true') return
  await opener.click(BRIEFLY).catch(() => opener.focus(BRIEFLY))
  for (const key of ['ArrowDown', 'Enter']) {
    if (await isOpen(frame, opener)) return
    await frame.page().keyboard.press(key)
  }
}

async function isOpen(frame: Frame, opener: Locator): Promise<boolean> {
  const until = Date.now() + OPENS
  do {
    if ((await opener.getAttribute('aria-expanded', BRIEFLY)) === 'true') return true
    if (await frame.locator(CHOICE).first().isVisible()) return true
    await frame.waitForTimeout(PAUSE)
  } while (Date.now() < until)
  return false
}

/** Clicks the choice as soon as it is there; answers whether it was. */
async function pick(choices: Locator, value: string, patience: number): Promise<boolean> {
  const until = Date.now() + patience
  for (;;) {
    const names = await choices.evaluateAll(namesOf)
    const found = nearest(value, names)
    if (found) {
      const choice = choices.nth(names.indexOf(found.name))
      const clicked = await choice.click(BRIEFLY).then(
        () => true,
        () => false,
      )
      if (clicked) return true
    }
    if (Date.now() > until || found) return false
    await choices.page().waitForTimeout(PAUSE)
  }
}

/** The names of choices, whose words may be in the slots of a shadow tree. Runs in the page. */
function namesOf(choices: Element[]): string[] {
  const wordsOf = (node: Node): string => {
    if (node instanceof Text) return node.data
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : []
    return (assigned.length > 0 ? assigned : [...node.childNodes]).map(wordsOf).join(' ')
  }
  return choices.map((choice) =>
    (choice.getAttribute('aria-label') ?? wordsOf(choice)).replace(/\s+/g, ' ').trim(),
  )
}

/** Types into the field of the list that has the focus, if there is one; answers whether there is. */
async function typeToFilter(frame: Frame, value: string): Promise<boolean> {
  const focused = frame.locator(':is(input, textarea):focus:not([readonly], [inputmode=none])')
  if ((await focused.count()) === 0) return false
  await focused.fill(value)
  return true
}

/** Goes down the list key by key until the choice is the active one, and takes it; answers whether it came. */
async function goByKeyboard(frame: Frame, value: string): Promise<boolean> {
  const seen = new Set<string>()
  for (let n = 0; n < MOST; n++) {
    const name = await frame.evaluate(activeChoice)
    if (name !== undefined && nearest(value, [name])) {
      await frame.page().keyboard.press('Enter')
      return true
    }
    if (name !== undefined && seen.has(name) && n > seen.size) return false
    if (name !== undefined) seen.add(name)
    if (name === undefined && n > 1) return false
    await frame.page().keyboard.press('ArrowDown')
  }
  return false
}

/** The name of the choice that the keyboard is on. Runs in the page. */
function activeChoice(): string | undefined {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  const id = focused?.getAttribute('aria-activedescendant')
  const root = focused?.getRootNode()
  const active = id
    ? ((root instanceof ShadowRoot ? root.getElementById(id) : null) ?? document.getElementById(id))
    : focused?.closest('[role=option], [role=menuitemradio]')
  return active
    ? (active.getAttribute('aria-label') ?? active.textContent ?? '').replace(/\s+/g, ' ').trim()
    : undefined
}

/** A list of which one may choose several stays open, and would cover the rest of the page. */
async function close(frame: Frame, opener: Locator) {
  const stays = await opener.getAttribute('aria-expanded', BRIEFLY).catch(() => undefined)
  if (stays !== 'true') return
  await frame.waitForTimeout(PAUSE)
  if ((await opener.getAttribute('aria-expanded', BRIEFLY).catch(() => undefined)) === 'true')
    await frame.page().keyboard.press('Escape')
}
