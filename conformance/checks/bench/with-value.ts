import { type Field, fieldsOf, isJson, mapJson, withFields } from './body.ts'
import type { Sent } from './sent.ts'

/**
 * The same request with another value in place of `typed`; an `undefined` value leaves the field out. A value may be spread over
 * several fields: a code has one for each digit on many pages. A list has what belongs into each of them.
 */
export const withValue = (sent: Sent, typed: string, value: Value): Sent => ({
  ...sent,
  body: isJson(sent.body)
    ? mapJson(sent.body, (_name, old) => inJson(old, typed, value))
    : withFields(sent.body, (fields) => inFields(fields, typed, value)),
})

/**
 * The same request with another token, or none, in its address and its body. It comes after `Jar.fresh`: the page that sent the request
 * has the right token in the address of its form, and would put it back.
 */
export const withToken = (sent: Sent, token: string, other: string): Sent => ({
  ...sent,
  url: sent.url.replace(token, other),
  body: sent.body.replaceAll(token, other),
})

type Value = string | readonly string[] | undefined

function inJson(old: unknown, typed: string, value: Value): unknown {
  if (old === typed) return value
  if (Array.isArray(old) && old.every((one) => typeof one === 'string'))
    return inFields(
      old.map((one, n): Field => [`${n}`, one]),
      typed,
      value,
    ).map(([, one]) => one)
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return old
  const texts = Object.entries(old).filter((field): field is Field => typeof field[1] === 'string')
  return spreadOver(texts, typed) ? { ...old, ...Object.fromEntries(inFields(texts, typed, value)) } : old
}

function inFields(fields: Field[], typed: string, value: Value): Field[] {
  const whole = fields.some(([, old]) => old === typed)
  const run = whole ? undefined : spreadOver(fields, typed)
  return fields.flatMap(([name, old], n): Field[] => {
    const at = run ? n - run.from : -1
    const isIn = run ? at >= 0 && at < run.length : old === typed
    if (!isIn) return [[name, old]]
    if (value === undefined) return []
    if (!run) return [[name, typeof value === 'string' ? value : value.join('')]]
    const isLast = at === run.length - 1
    return [[name, typeof value === 'string' && isLast ? value.slice(at) : (value[at] ?? '')]]
  })
}

/** The fields in a row that hold one character each, and together what was typed. */
function spreadOver(fields: readonly Field[], typed: string): { from: number; length: number } | undefined {
  const { length } = typed
  if (length < 2) return undefined
  const values = fields.map(([, value]) => value)
  const from = values.findIndex((_, n) => {
    const row = values.slice(n, n + length)
    return row.length === length && row.every((value, at) => value === typed[at])
  })
  return from < 0 ? undefined : { from, length }
}

/** A one-time code that has a field for each digit, with names that differ in a number at most; `undefined` where there is none. */
export function spreadCodeIn(body: string): string | undefined {
  const rows = isJson(body) ? rowsOf(JSON.parse(body)) : [fieldsOf(body)]
  const boxes = rows.map((row) => row.filter(([, value]) => typeof value === 'string' && /^\d$/.test(value)))
  const alike = boxes.flatMap((row) => [...Map.groupBy(row, ([name]) => name.replaceAll(/\d/g, '')).values()])
  const codes = alike.map((row) => row.map(([, digit]) => digit).join(''))
  return codes.find(({ length }) => LEAST_DIGITS <= length && length <= MOST_DIGITS)
}

const LEAST_DIGITS = 6
const MOST_DIGITS = 8

/** The fields of each object and list in a JSON text. */
function rowsOf(value: unknown): [string, unknown][][] {
  if (typeof value !== 'object' || value === null) return []
  const fields = Object.entries(value)
  return [fields, ...fields.flatMap(([, inner]) => rowsOf(inner))]
}
