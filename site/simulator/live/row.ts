import type { Added, FrameEntry } from './frame-entry.ts'

/** How many entries a browser keeps of a tab. */
const KEPT = 50

type Shown = Pick<Added, 'frames' | 'shown'>

const indexOfOld = ({ frames }: Shown, now: number): number =>
  frames.findIndex(({ frame }) => frame !== undefined && frame !== now)

/** Whether one of the entries was added by another frame than this: the browser has forgotten what it showed. */
export const isOld = (row: Shown, now: number): boolean => indexOfOld(row, now) >= 0

/** The entry with which the first of those shares its state. */
export const startOfOld = (row: Shown, now: number): number =>
  startOfState({ ...row, shown: indexOfOld(row, now) })

/**
 * The row when an entry was added behind the one that was shown.
 * @param length of the browser's history, which ends with it
 */
export function extended(row: Added, entry: FrameEntry, length: number): Added {
  const shown = row.shown + 1
  return { ...row, frames: [...row.frames.slice(0, shown), entry], shown, first: length - 1 - shown }
}

/** Leaves out what the browser has dropped, and will drop when an entry is added behind the one that is shown. */
export function stillThere(row: Added): Added {
  const { frames, shown, first = 0 } = row
  const dropped = Math.max(0, first + shown + 2 - KEPT)
  const gone = Math.max(0, dropped - first)
  return { ...row, frames: frames.slice(gone), shown: shown - gone, first: Math.max(0, first - dropped) }
}

/**
 * Finds a page among the entries that share their state with the one that is shown: between them the browser goes without a
 * word to this page. They are one that this page has added, and those that the frame has added behind it.
 * @returns its place in the row; where it is not among them, -1
 */
export function placeInState(row: Shown, key: string | undefined): number {
  const { frames, shown } = row
  const next = frames.findIndex(({ frame }, at) => at > shown && frame === undefined)
  const from = startOfState(row)
  const place = frames
    .slice(from, next < 0 ? undefined : next)
    .findIndex((entry) => key !== undefined && entry.key === key)
  return place < 0 ? place : from + place
}

/** The first of the entries that share their state with the one that is shown. */
export const startOfState = ({ frames, shown }: Shown): number =>
  frames.findLastIndex(({ frame }, at) => at <= shown && frame === undefined)
