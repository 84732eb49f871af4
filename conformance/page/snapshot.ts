import type { Page } from '@playwright/test'
import type { Field } from '../../machines/model/screen.ts'
import { plain } from './label.ts'

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

/** The same of a part of a page: one of its frames. */
export type Look = Omit<Snapshot, 'url'>

/** The names of the fields; that for a one-time code has its documented name, where it has none on the page. */
export const fieldsOn = ({ fields, unnamedCode }: Snapshot, documented: readonly Field[]): string[] => [
  ...fields,
  ...(unnamedCode
    ? documented.filter(({ holds }) => holds === 'one-time-code').map(({ label }) => label)
    : []),
]

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
