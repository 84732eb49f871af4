import type { FramePage } from './frame-pages.ts'

/** A page of the frame that has an entry in the tab's history, and the address that this page had with it. */
export interface FrameEntry {
  key: string | undefined
  url: string
  address: string
}

/** What this page keeps with its own entry: the entries that the frame has added to it, and which of them is shown. */
export interface Added {
  frames: FrameEntry[]
  shown: number
  /** Where the first of them is in the tab's history, counted from 0; known as soon as there are two. */
  first?: number | undefined
  sandbox: string
  /** When this page was loaded that showed the frame. */
  load: number
}

const read = (): Partial<Added> => (history.state as Partial<Added> | null) ?? {}

/** What is kept with the entry that is shown; `undefined` where it has no page of this sandbox's frame. */
export function addedHere(sandbox: string): Added | undefined {
  const state = read()
  return state.sandbox === sandbox && state.frames?.[state.shown ?? -1] ? (state as Added) : undefined
}

/** The frame was another one then. */
export const isOld = ({ load }: Added): boolean => load !== performance.timeOrigin

/** The page of a sandbox's frame that belongs to the entry that is shown: who goes there goes back or forward. */
export function entryHere(sandbox: string): FrameEntry | undefined {
  const added = addedHere(sandbox)
  return added?.frames[added.shown]
}

/** Its address. */
export const pageHere = (sandbox: string): string | undefined => entryHere(sandbox)?.url

/**
 * Keeps the frame's entries with the entry that is shown.
 * @param address of this page; by default it stays
 */
export function keepHere(added: Omit<Added, 'load'>, address?: string): void {
  history.replaceState({ ...read(), ...added, load: performance.timeOrigin }, '', address)
}

export const entryOf = ({ entryKey, url }: FramePage): FrameEntry => ({
  key: entryKey,
  url,
  address: location.href,
})
