import type { Page } from '@playwright/test'
import { parse } from 'yaml'

/** What a person perceives of a page at one moment. */
export interface Snapshot {
  url: string
  headings: string[]
  /** Names of the fields that can be filled. */
  fields: string[]
  buttons: string[]
  links: string[]
  /** All of those, in the roles that they have. */
  named: { role: Role; name: string }[]
  /** Texts that announce themselves: alerts and status messages. */
  alerts: string[]
  /** Every text on the page outside of names, about a paragraph each. */
  texts: string[]
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
  button: 'buttons',
  link: 'links',
}

/** The text of a table is the name of its cell. */
const isCell = /^(?:grid)?cell$|^rowheader$/

/** A node of Playwright's accessibility tree: `role "name" [attributes]`, with its text or its children if any. */
type Node = string | Record<string, string | Node[]>

/** Takes in the page as assistive technology would; one look, no waiting. */
export async function takeSnapshot(page: Page): Promise<Snapshot> {
  return { url: page.url(), ...readTree(await page.locator('body').ariaSnapshot()) }
}

/** An accessibility tree as Playwright writes it, which is YAML. */
export function readTree(tree: string): Omit<Snapshot, 'url'> {
  const snapshot: Omit<Snapshot, 'url'> = {
    headings: [],
    fields: [],
    buttons: [],
    links: [],
    named: [],
    alerts: [],
    texts: [],
  }
  for (const node of (parse(tree) ?? []) as Node[]) readNode(node, snapshot)
  return snapshot
}

function readNode(node: Node, snapshot: Omit<Snapshot, 'url'>) {
  const [key = '', content = []] = typeof node === 'string' ? [node] : (Object.entries(node)[0] ?? [])
  const [, role = '', quoted] = /^(\w+)(?: ("(?:[^"\\]|\\.)*"))?/.exec(key) ?? []
  const kind = kinds[role as Role]
  if (kind && quoted) {
    const name = JSON.parse(quoted) as string
    snapshot[kind].push(name)
    snapshot.named.push({ role: role as Role, name })
  }
  if (typeof content === 'string' && kind !== 'fields' && !key.startsWith('/')) snapshot.texts.push(content)
  if (quoted && content.length === 0 && isCell.test(role)) snapshot.texts.push(JSON.parse(quoted) as string)
  const before = snapshot.texts.length
  if (Array.isArray(content)) for (const child of content) readNode(child, snapshot)
  if (role !== 'alert' && role !== 'status') return
  const said = typeof content === 'string' ? content : snapshot.texts.slice(before).join(' ')
  if (said) snapshot.alerts.push(said)
}

/** One line for a report: what the screen shows. */
export function inWords({ headings, fields, buttons, alerts }: Snapshot): string {
  const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(', ')
  return [
    headings.length ? `the screen ${quoted(headings)}` : 'a screen without a heading',
    ...(alerts.length ? [`saying ${quoted(alerts)}`] : []),
    ...(fields.length ? [`with the fields ${quoted(fields)}`] : []),
    ...(buttons.length ? [`with the buttons ${quoted(buttons)}`] : []),
  ].join(', ')
}
