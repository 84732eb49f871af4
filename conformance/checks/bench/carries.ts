import { fieldsOf, isJson } from './body.ts'
import { spreadCodeIn } from './with-value.ts'

/** Shorter texts, such as “yes”, are in any request. */
const TELLING = 4

/** What of the typed texts tells a request apart from others. */
export const tellingOf = (typed: readonly string[]): readonly string[] =>
  typed.map(alike).filter(({ length }) => length >= TELLING)

/** Whether the body of a request has one of the texts that {@link tellingOf} answers: whole, or in pieces, as a list of addresses is sent. */
export function carries(body: string, telling: readonly string[]): boolean {
  const texts = isJson(body)
    ? stringsIn(JSON.parse(body))
    : [body, ...fieldsOf(body).map(([, value]) => value)]
  const all = texts.map(alike).join('\n')
  return telling.some(
    (text) => text.split(/[\s,;]+/).every((piece) => all.includes(piece)) || spreadCodeIn(body) === text,
  )
}

/** Without what pages change before they send it: case, the form of Unicode, and blanks at the ends. */
const alike = (text: string) => text.normalize('NFC').trim().toLowerCase()

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
