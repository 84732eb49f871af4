import { fieldsOf, isJson, mapJson, withSet } from './body.ts'
import { isTokenName } from './freshen.ts'
import type { Sent } from './sent.ts'

type Scalar = string | number

/** What names an account in a request. */
export interface Names {
  /** By the name of its field: of a form at the top, of JSON at any depth. */
  fields: Readonly<Record<string, Scalar>>
  /** By its place in the address. */
  segments: ReadonlyMap<number, string>
}

export const NOBODY: Names = { fields: {}, segments: new Map() }

export const namesNobody = ({ fields, segments }: Names): boolean =>
  Object.keys(fields).length + segments.size === 0

const isScalar = (field: [string, unknown]): field is [string, Scalar] =>
  field[0] !== '' && ['string', 'number'].includes(typeof field[1])

/** The texts and numbers in a body, by the name of their field. */
function scalarsOf(body: string): Record<string, Scalar> {
  if (!isJson(body)) return Object.fromEntries(fieldsOf(body))
  const all: [string, unknown][] = []
  mapJson(body, (name, value) => {
    all.push([name, value])
    return value
  })
  return Object.fromEntries(all.filter(isScalar))
}

/** An address and what separates its parts, so that they make it up again. */
const partsOf = (url: string): string[] => url.split(/([/?&=])/)

/**
 * What names an account in the requests of two people: it is the same in two requests of one of them, and another in the request of the
 * other. What is random in each request differs in the first two.
 * @param typed what a person typed there, such as a password: it names nobody
 */
export function namesOfAccount(one: Sent, again: Sent, other: Sent, typed: readonly string[] = []): Names {
  const [first, second, theirs] = [one, again, other].map(({ body }) => scalarsOf(body)) as [
    Record<string, Scalar>,
    Record<string, Scalar>,
    Record<string, Scalar>,
  ]
  const isName = ([name, value]: [string, Scalar]) =>
    !isTokenName(name) &&
    !typed.includes(`${value}`) &&
    value === second[name] &&
    theirs[name] !== undefined &&
    theirs[name] !== value
  const [parts, partsAgain, theirParts] = [one, again, other].map(({ url }) => partsOf(url)) as [
    string[],
    string[],
    string[],
  ]
  const isAlike = parts.length === partsAgain.length && parts.length === theirParts.length
  const segments = parts.flatMap((part, at): [number, string][] =>
    isAlike && part === partsAgain[at] && part !== theirParts[at] ? [[at, part]] : [],
  )
  return { fields: Object.fromEntries(Object.entries(first).filter(isName)), segments: new Map(segments) }
}

/** The same request with these names in place of its own. */
export function naming(sent: Sent, { fields, segments }: Names): Sent {
  const url = partsOf(sent.url)
    .map((part, at) => segments.get(at) ?? part)
    .join('')
  const own = scalarsOf(sent.body)
  const named = Object.fromEntries(Object.entries(fields).filter(([name]) => own[name] !== undefined))
  if (!isJson(sent.body)) return { ...sent, url, body: withSet(sent.body, texts(named)) }
  return {
    ...sent,
    url,
    body: mapJson(sent.body, (name, old) => (isScalar([name, old]) ? (named[name] ?? old) : old)),
  }
}

const texts = (fields: Readonly<Record<string, Scalar>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, `${value}`]))
