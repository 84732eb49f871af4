import type { Locator, Page } from '@playwright/test'
import { inFrames } from '../../page/frames.ts'
import { nearest } from '../../page/label.ts'
import { readTree } from '../../page/read-tree.ts'
import { use } from '../../session/unusable.ts'
import type { Person } from './person.ts'

/** Windows of the page in front of it. */
const WINDOWS = ':is(dialog[open], [role=dialog], [role=alertdialog]):visible'
/** A window with a field is not a question to answer with yes or no: it may ask for a password as a proof. */
const FILLED = ':is(input, textarea, select):not([type=hidden]):visible'

const DECLINES =
  /^(?:(?:close|dismiss|back|abort|later|[x×✕✖])$|(?:no|cancel|keep|stay|not now|never mind|go back|don.?t)\b)/i
const CONFIRMS =
  /^(?:yes|ok|okay|sure|confirm|continue|proceed|accept|apply|agree|i understand|end|revoke|terminate|remove|delete|disable|deactivate|turn off|log ?out|sign ?out)\b/i

/** A window that asks, and nothing in it is known to mean yes. */
export interface Unanswered {
  /** What it says, for a report. */
  says: string
}

/**
 * Performs a press, and confirms it in the dialog that it opens. A dialog that was open before asks about something else.
 * @returns the dialog that could not be answered; `undefined` where none came, or it was answered
 */
export async function confirmed(
  person: Person,
  label: string,
  pressed: () => Promise<void>,
): Promise<Unanswered | undefined> {
  const before = await windowsOn(person.page)
  await pressed()
  const isNew = ({ says }: Window) => !before.some((one) => one.says === says)
  const asking = (await windowsOn(person.page)).filter(isNew).at(-1)
  if (!asking) return undefined
  const name = confirming(label, asking.names)
  if (name === undefined) return { says: asking.says }
  const named = { name, exact: true }
  const button = asking.window.getByRole('button', named).or(asking.window.getByRole('link', named)).first()
  await use(button, `“${name}”`, () => button.click({ timeout: person.patience }))
  await person.settle()
  return undefined
}

/** Presses something by its name, and confirms it where a window asks. */
export const pressConfirmed = (person: Person, label: string): Promise<Unanswered | undefined> =>
  confirmed(person, label, () => person.pressLabel(label))

/** Presses all of them in order; whatever the last one asks is confirmed. */
export async function pressAllConfirmed(person: Person, labels: readonly string[]): Promise<void> {
  const last = labels.length - 1
  for (const [n, label] of labels.entries())
    await (n === last ? pressConfirmed(person, label) : person.pressLabel(label))
}

/** What means yes to a question that pressing `label` has brought; `undefined` where that would be a guess. */
export function confirming(label: string, names: readonly string[]): string | undefined {
  const same = nearest(label, [...names])
  if (same && same.nearness !== 'worded-alike') return same.name
  const left = names.filter((name) => !DECLINES.test(name.trim()))
  const [only, another] = left
  return left.find((name) => CONFIRMS.test(name.trim())) ?? (another === undefined ? only : undefined)
}

interface Window {
  window: Locator
  says: string
  names: string[]
}

/** The windows that ask, the outer one first. One that is just being taken away asks nothing. */
const windowsOn = (page: Page): Promise<Window[]> =>
  inFrames(page, async (frame) => {
    const all = await frame.locator(WINDOWS).all()
    const read = all.map((window) => readWindow(window).catch(() => undefined))
    return (await Promise.all(read)).filter((one) => one !== undefined)
  })

/** How long a look at a window may take that was there just now, in milliseconds. */
const AT_ONCE = 1_000

async function readWindow(window: Locator): Promise<Window | undefined> {
  if ((await window.locator(FILLED).count()) > 0) return undefined
  const { headings, texts, buttons, links } = readTree(await window.ariaSnapshot({ timeout: AT_ONCE }))
  return { window, says: [...headings, ...texts].join(' '), names: [...buttons, ...links] }
}
