import { InvalidArgumentError } from 'commander'

/** A number of steps, or `none` for no limit. */
export function steps(value: string): number {
  if (value === 'none') return Number.POSITIVE_INFINITY
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It must be a whole number above 0, or "none" for no limit.')
}

export function whole(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It must be a whole number above 0.')
}

export function cost(value: string): number {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isFinite(number) && number >= 0) return number
  throw new InvalidArgumentError('It must be a number that is not negative.')
}

/** A week: a timer counts milliseconds in 31 bits, which is not much more than three. */
const MOST_MINUTES = 7 * 24 * 60

export function minutes(value: string): number {
  const number = Number(value)
  if (number > 0 && number <= MOST_MINUTES) return number
  throw new InvalidArgumentError(`It must be a number of minutes above 0, and ${MOST_MINUTES} at most.`)
}

/** An option that may be repeated. */
export const several = (value: string, before: string[] = []): string[] => [...before, value]

/** `name=json`, added to the inputs before it. */
export function input(value: string, before: Record<string, unknown> = {}): Record<string, unknown> {
  const at = value.indexOf('=')
  if (at <= 0) throw new InvalidArgumentError('It must be a name, "=" and the input as JSON.')
  return { ...before, [value.slice(0, at)]: json(value.slice(at + 1)) }
}

/** An event as JSON, added to the events before it. */
export function event(value: string, before: { type: string }[] = []): { type: string }[] {
  const read = json(value)
  if (typeof read === 'object' && read !== null && 'type' in read && typeof read.type === 'string')
    return [...before, { ...read, type: read.type }]
  throw new InvalidArgumentError('It must be an event as JSON, such as {"type":"code","is":"right"}.')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidArgumentError(`${text} is not JSON.`)
  }
}
