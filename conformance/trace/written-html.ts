import { oneLine } from './plain-text.ts'
import type { WrittenLine } from './written-lines.ts'

/** Where a browser begins a new line. */
const breaks = /<(?:br|text|tspan|\/?(?:li|p|div|tr|td|dt|dd|summary|h[1-6]))\b[^>]*>/gi

/** Components of steps, in lower case, which Markdown takes for HTML. */
const titled = /<(?:[a-z]{1,3}-)?step[\w-]*\b[^>]*?\s(?:title|label|name)="([^"]*)"/g

/** The lines that raw HTML shows, `first` being the line that it begins on. */
export function linesOfHtml(value: string, first: number, where: string): WrittenLine[] {
  const titles = [...value.matchAll(titled)].map(([, text = '']) => text)
  if (titles.length > 1) return titles.map((text, n) => ({ text, line: first, where, number: n + 1 }))
  const isList = /<ol\b/i.test(value)
  return value.split('\n').flatMap((line, n) => {
    const pieces = line
      .replace(breaks, '\u2028')
      .split('\u2028')
      .map((piece) => oneLine(piece.replace(/<[^>]*>/g, ' ')))
    const shown = pieces.filter(Boolean)
    return shown.map((text, place) => ({
      text,
      line: first + n,
      where,
      ...(isList && { number: place + 1 }),
    }))
  })
}
