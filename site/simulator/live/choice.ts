import { type Field, sameLabel } from '../../../machines/model/screen.ts'

/** What a field holds while it is untouched; nothing if it is empty then. */
export const heldAtFirst = ({ value, options }: Field): string | undefined => value ?? options?.[0]

/**
 * The option of a field that is meant by what a page shows. A page may add a remark to it: “Single-page application
 * (SPA)”. Of two options that it begins with, the longer one is meant. A text that is not an option stays as it is.
 */
export function asOption({ options = [] }: Field, shown: string): string {
  const isRemark = (rest: string) => /^\s*[(,:–—-]/.test(rest)
  const begins = (option: string) =>
    shown.toLowerCase().startsWith(option.toLowerCase()) && isRemark(shown.slice(option.length))
  const meant = options.filter(begins).toSorted((one, other) => other.length - one.length)
  return options.find((option) => sameLabel(option, shown)) ?? meant[0] ?? shown
}
