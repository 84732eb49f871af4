import type { Frame, Page } from '@playwright/test'
import { parse } from 'yaml'
import type { Field } from '../../machines/model/screen.ts'
import { boxesIn } from './boxes.ts'
import { framesOf } from './frames.ts'
import { inPage, onElements } from './in-page.ts'
import { plain } from './label.ts'
import { readOpeners } from './openers.ts'
import { type PageReading, readPage } from './read-page.ts'

/** What a person perceives of a page at one moment. */
export interface Snapshot {
  url: string
  headings: string[]
  /** Names of the fields that can be filled. */
  fields: string[]
  /** Those of them that are disabled. */
  disabled?: string[]
  /** What opens a part of the page counts as one, and so does what such a part holds. */
  buttons: string[]
  links: string[]
  /** What a closed part of the page holds. */
  folded?: string[]
  /** All of those, in the roles that they have. */
  named: { role: Role; name: string }[]
  /** Texts that announce themselves: alerts, status messages, hints at fields that are wrong, what the browser says of a field. */
  alerts: string[]
  /** Those of them that are no more than a status. */
  statuses: string[]
  /** Every text on the page outside of names, about a paragraph each. */
  texts: string[]
  /** Whether a one-time code has a box for each digit. */
  boxes?: boolean
  /** Whether there is a field for a one-time code that has no name. */
  unnamedCode?: boolean
  /** How many frames it holds that are not looked into, such as pages of others; absent where it has none. */
  frames?: number
}

export type Role = Parameters<Page['getByRole']>[0]

type Names = 'headings' | 'fields' | 'buttons' | 'links'

const kinds: Partial<Record<Role, Names>> = {
  heading: 'headings',
  textbox: 'fields',
  searchbox: 'fields',
  spinbutton: 'fields',
  combobox: 'fields',
  checkbox: 'fields',
  radio: 'fields',
  group: 'fields',
  radiogroup: 'fields',
  listbox: 'fields',
  switch: 'fields',
  button: 'buttons',
  menuitem: 'buttons',
  link: 'links',
}

/** The text of a table is the name of its cell. */
const isCell = /^(?:grid)?cell$|^rowheader$/

const isTyped = /^(?:textbox|searchbox|spinbutton)$/
const announces = /^(?:alert|alertdialog|status)$/

/** A node of Playwright's accessibility tree: `role "name" [attributes]`, with its text or its children if any. */
type Node = string | Record<string, string | Node[]>

const LEAST_BOXES = 4
const NOTHING: PageReading = {
  document: '',
  now: [],
  heard: [],
  labels: [],
  unnamedCode: false,
}

/**
 * Takes in the page as people do, with assistive technology or without: what is in its frames is a part of it. One look, no waiting.
 */
export async function takeSnapshot(page: Page): Promise<Snapshot> {
  const [, ...inner] = await framesOf(page)
  const own = await lookAt(page.mainFrame())
  // A frame may be gone meanwhile.
  const looks = await Promise.all(inner.map((frame) => lookAt(frame).catch(() => undefined)))
  return { url: page.url(), ...looks.reduce<Look>(together, own) }
}

type Look = Omit<Snapshot, 'url'>

const LISTS = [
  'headings',
  'fields',
  'disabled',
  'buttons',
  'links',
  'folded',
  'alerts',
  'statuses',
  'texts',
] as const

/** What is in a frame comes after what is around it. Only what is in the page itself is found again by its role and name. */
function together({ frames = 1, ...page }: Look, frame: Look | undefined): Look {
  if (!frame) return { ...page, frames }
  const others = frames - 1 + (frame.frames ?? 0)
  return {
    ...page,
    ...Object.fromEntries(LISTS.map((list) => [list, [...(page[list] ?? []), ...(frame[list] ?? [])]])),
    boxes: page.boxes === true || frame.boxes === true,
    unnamedCode: page.unnamedCode === true || frame.unnamedCode === true,
    ...(others > 0 && { frames: others }),
  }
}

async function lookAt(frame: Frame): Promise<Look> {
  const [tree, { now, labels, unnamedCode }, openers] = await Promise.all([
    frame.locator('body').ariaSnapshot(),
    // A page that is just being left says nothing.
    frame.evaluate<PageReading>(inPage(readPage)).catch(() => NOTHING),
    readOpeners(frame),
  ])
  const boxes = await hasBoxes(frame, tree)
  const folded = [...new Set(openers.flatMap(({ holds }) => holds))]
  const seen = readTree(tree)
  const said = now.filter(({ manner, text }) => manner !== 'dialog' && !seen.alerts.includes(text))
  return {
    ...seen,
    fields: [...seen.fields, ...labels.filter((label) => label && !seen.fields.includes(label))],
    buttons: [...seen.buttons, ...openers.flatMap(({ summary }) => summary), ...folded],
    folded,
    alerts: [...seen.alerts, ...said.map(({ text }) => text)],
    statuses: [...seen.statuses, ...said.flatMap(({ manner, text }) => (manner === 'status' ? [text] : []))],
    boxes,
    unnamedCode: boxes || unnamedCode,
  }
}

const TYPED = /- (?:textbox|spinbutton)\b/g

/** Whether a one-time code has a box for each digit. Whatever has fewer fields is not looked at. */
async function hasBoxes(frame: Frame, tree: string): Promise<boolean> {
  if ((tree.match(TYPED)?.length ?? 0) < LEAST_BOXES) return false
  const boxes = await frame
    .locator('input:visible')
    .evaluateAll(onElements(boxesIn))
    .catch(() => [])
  return boxes.length > 0
}

/** The names of the fields; that for a one-time code has its documented name, where it has none on the page. */
export const fieldsOn = ({ fields, unnamedCode }: Snapshot, documented: readonly Field[]): string[] => [
  ...fields,
  ...(unnamedCode
    ? documented.filter(({ holds }) => holds === 'one-time-code').map(({ label }) => label)
    : []),
]

/** An accessibility tree as Playwright writes it, which is YAML. */
export function readTree(tree: string): Look {
  const snapshot: Look = {
    headings: [],
    fields: [],
    disabled: [],
    buttons: [],
    links: [],
    named: [],
    alerts: [],
    statuses: [],
    texts: [],
  }
  for (const node of (parse(tree) ?? []) as Node[]) readNode(node, snapshot)
  return snapshot
}

function readNode(node: Node, snapshot: Look) {
  const [key = '', content = []] = typeof node === 'string' ? [node] : (Object.entries(node)[0] ?? [])
  const [, role = '', quoted] = /^(\w+)(?: ("(?:[^"\\]|\\.)*"))?/.exec(key) ?? []
  const kind = kinds[role as Role]
  if (kind && quoted) {
    const name = JSON.parse(quoted) as string
    snapshot[kind].push(name)
    if (kind === 'fields' && key.includes(' [disabled]')) snapshot.disabled?.push(name)
    snapshot.named.push({ role: role as Role, name })
  }
  if (role === 'iframe') snapshot.frames = (snapshot.frames ?? 0) + 1
  if (typeof content === 'string' && kind !== 'fields' && !key.startsWith('/')) snapshot.texts.push(content)
  if (quoted && content.length === 0 && isCell.test(role)) snapshot.texts.push(JSON.parse(quoted) as string)
  const before = snapshot.texts.length
  // What is typed in a field is no text of the page, and may be a secret.
  if (isTyped.test(role)) return
  if (Array.isArray(content)) for (const child of content) readNode(child, snapshot)
  if (!announces.test(role)) return
  const said = typeof content === 'string' ? content : snapshot.texts.slice(before).join(' ')
  if (!said) return
  snapshot.alerts.push(said)
  if (role === 'status') snapshot.statuses.push(said)
}

/** What may be a token in a link that is written out. */
const LONG = /[\w-]{16,}/g
const MOST_LINKS = 6
/** A page with hundreds of buttons would be a message that nobody reads. */
const MOST_NAMES = 12

/** The buttons that are not in a closed part of the page. */
export const openButtons = ({ buttons, folded = [] }: Snapshot): string[] =>
  buttons.filter((name) => !folded.includes(name))

function timesIn(names: string[], name: string): string {
  const times = names.filter((other) => other === name).length
  return times > 1 ? ` (${times} times)` : ''
}

/** One line for a report: what the screen shows. Links are named where nothing else leads on, as in a mail. */
export function inWords(snapshot: Snapshot): string {
  const { headings, fields, links, alerts, frames } = snapshot
  const buttons = openButtons(snapshot)
  const quoted = (names: string[]) => {
    // One message after another may say the same.
    const different = [...new Set(names)]
    const more = different.length - MOST_NAMES
    const named = different
      .slice(0, MOST_NAMES)
      .map((name) => `“${plain(name) || name}”${timesIn(names, name)}`)
    return [named.join(', '), ...(more > 0 ? [`${more} more`] : [])].join(' and ')
  }
  const leadsOn = fields.length + buttons.length > 0 ? [] : links.slice(0, MOST_LINKS)
  return [
    headings.length ? `the screen ${quoted(headings)}` : 'a screen without a heading',
    ...(alerts.length ? [`saying ${quoted(alerts)}`] : []),
    ...(fields.length ? [`with the fields ${quoted(fields)}`] : []),
    ...(buttons.length ? [`with the buttons ${quoted(buttons)}`] : []),
    ...(leadsOn.length ? [`with the links ${quoted(leadsOn.map((name) => name.replace(LONG, '…')))}`] : []),
    ...(frames
      ? [`and ${frames > 1 ? `${frames} frames` : 'a frame'}, into which Doorstep does not look`]
      : []),
  ].join(', ')
}
