import { isJson, mapJson, withFields } from '../bench/body.ts'
import type { Sent } from '../bench/sent.ts'

/** The request with another value at the last place that holds what was typed. */
export const withLast = (sent: Sent, typed: string, other: string) =>
  withNth(sent, typed, other, (places) => places.at(-1))

/** The same at the first place. */
export const withFirst = (sent: Sent, typed: string, other: string) =>
  withNth(sent, typed, other, (places) => places[0])

/** The request with another value at one of the places where it holds what was typed. */
function withNth(
  sent: Sent,
  typed: string,
  other: string,
  choose: (places: number[]) => number | undefined,
): Sent {
  const { body } = sent
  const values = valuesIn(body)
  const chosen = choose(values.flatMap((value, at) => (value === typed ? [at] : [])))
  let at = -1
  const next = (value: unknown) => {
    at += 1
    return at === chosen ? other : value
  }
  return {
    ...sent,
    body: isJson(body)
      ? mapJson(body, (_name, value) => next(value))
      : withFields(body, (fields) => fields.map(([name, value]) => [name, String(next(value))])),
  }
}

/** In the order in which they are changed. */
function valuesIn(body: string): unknown[] {
  const values: unknown[] = []
  const note = (value: unknown) => {
    values.push(value)
    return value
  }
  if (isJson(body)) mapJson(body, (_name, value) => note(value))
  else withFields(body, (fields) => fields.map(([name, value]) => [name, String(note(value))]))
  return values
}
