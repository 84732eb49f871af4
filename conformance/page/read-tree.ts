import { parse } from 'yaml'
import type { Look, Role } from './snapshot.ts'

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

/**
 * What can have its own text for a name, and nothing else then: the tree does not say a text twice. A cell and a tooltip are named by their
 * text, others by a `title` or an `aria-label` that repeats it.
 */
const isNamedByText = new RegExp(
  `^(?:${[
    ...['gridcell', 'cell', 'rowheader', 'tooltip'],
    ...['alert', 'alertdialog', 'status', 'note', 'complementary'],
    ...['paragraph', 'listitem', 'definition', 'term', 'caption', 'blockquote'],
    ...['strong', 'emphasis', 'mark', 'code', 'time'],
  ].join('|')})$`,
)

const isTyped = /^(?:textbox|searchbox|spinbutton)$/
const announces = /^(?:alert|alertdialog|status)$/

/** A node of Playwright's accessibility tree: `role "name" [attributes]`, with its text or its children if any. */
type Node = string | Record<string, string | Node[]>

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
  const before = snapshot.texts.length
  if (typeof content === 'string' && kind !== 'fields' && !key.startsWith('/')) snapshot.texts.push(content)
  if (quoted && content.length === 0 && isNamedByText.test(role))
    snapshot.texts.push(JSON.parse(quoted) as string)
  // What is typed in a field is no text of the page, and may be a secret.
  if (isTyped.test(role)) return
  if (Array.isArray(content)) for (const child of content) readNode(child, snapshot)
  if (!announces.test(role)) return
  const said = snapshot.texts.slice(before).join(' ')
  if (!said) return
  snapshot.alerts.push(said)
  if (role === 'status') snapshot.statuses.push(said)
}
