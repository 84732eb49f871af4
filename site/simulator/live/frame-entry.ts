import { keep, readKept } from '../kept-in-tab.ts'
import type { FramePage } from './frame-pages.ts'

/** A page of the frame that has an entry in the tab's history, and the address that this page had with it. */
export interface FrameEntry {
  key: string | undefined
  url: string
  address: string
  /** When the frame was made that added the entry; absent where this page added it. */
  frame?: number | undefined
}

/** The entries of a sandbox's frame that follow one another in the tab's history, as far as they are known. */
interface Row {
  /** Names the row. */
  row: string
  frames: readonly FrameEntry[]
  /** Where the first of them is in the tab's history, counted from 0; known as soon as there are two. */
  first?: number | undefined
}

/** A row, and which of its entries is shown. */
export interface Added extends Row {
  shown: number
  sandbox: string
}

/** What is kept with an entry. The row is kept with the tab, so that each entry knows what comes behind it. */
type State = Pick<Added, 'row' | 'shown' | 'sandbox'>

const read = (): Partial<State> => (history.state as Partial<State> | null) ?? {}
const nameOf = (row: string) => `entries:${row}`

/** What is known of the entry that is shown; `undefined` where it has no page of this sandbox's frame. */
export function addedHere(sandbox: string): Added | undefined {
  const { row: name, shown = -1, sandbox: its } = read()
  const row = its === sandbox && name ? readKept<Row>(nameOf(name)) : undefined
  return row?.frames[shown] && { ...row, shown, sandbox }
}

/** The page of a sandbox's frame that belongs to the entry that is shown: who goes there goes back or forward. */
export function entryHere(sandbox: string): FrameEntry | undefined {
  const added = addedHere(sandbox)
  return added?.frames[added.shown]
}

/** Its address. */
export const pageHere = (sandbox: string): string | undefined => entryHere(sandbox)?.url

/**
 * Keeps a row with the tab, and with the entry that is shown, which of the row it is.
 * @param address of this page; by default it stays
 */
export function keepHere({ row, frames, first, shown, sandbox }: Added, address?: string): void {
  keep(nameOf(row), { row, frames, first })
  history.replaceState({ ...read(), row, shown, sandbox }, '', address)
}

export const entryOf = ({ entryKey, url }: FramePage): FrameEntry => ({
  key: entryKey,
  url,
  address: location.href,
})
