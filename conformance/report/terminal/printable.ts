import { stripVTControlCharacters } from 'node:util'

/**
 * Characters that make a terminal do something, or show a text in another order than it has (Unicode Standard Annex #9): a
 * target's text could move the cursor, rewrite what was said before, or set a title.
 */
const CONTROLS = /(?![\t\n])\p{Cc}|[\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/** A text of several lines without anything that a terminal would obey. */
export const printable = (text: string): string => stripVTControlCharacters(text).replace(CONTROLS, '')

/** The same in one line, so that no text passes for a line of its own. */
const inOneLine = (text: string): string => printable(text.replace(/\s*[\r\n]+\s*/g, ' '))

/** The same of every text in a value, such as a result; a stack keeps its lines. */
export const printableAll = <T>(value: T): T => printableIn(value, '') as T

function printableIn(value: unknown, name: string): unknown {
  if (typeof value === 'string') return name === 'stack' ? printable(value) : inOneLine(value)
  if (Array.isArray(value)) return value.map((each) => printableIn(each, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [inOneLine(key), printableIn(each, key)]),
  )
}
