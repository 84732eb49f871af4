/** Characters that a secret part of a link has at least. */
const LEAST = 16

/** What parameters are called that say whose link it is. */
const WHOSE = /^(?:e-?mail|login|name|user(?:_?(?:name|id))?|uid?|id)$/i

/** What is no secret, however long: an address, a path, or a mail address. */
const isAddress = (value: string) => /^(?:https?:|\/)|@/.test(value)

/** What names a page or a kind of thing: `reset-password`. */
const isWord = (value: string) => /^[a-z]+(?:[-_][a-z]+)*$/i.test(value) && value.length < LEAST

/** A segment or value of an address. */
interface Part {
  /** Where in it: the same place in another link holds the same kind of part. */
  place: string
  value: string
  mayBeSecret: boolean
}

/** What is known of where a link leads. */
export interface Known {
  /**
   * Where the secret goes on: the request of the form behind the link, the address where it leads. A part that the first of them
   * has is meant, for a link may have longer parts that only tell who has followed it.
   */
  carriers?: readonly string[]
  /** An address of the deployment: what it has in common with the link is no secret. */
  home?: string
}

/** The part of an address that is most likely secret: the longest segment or value that does not say whose link it is. */
export const tokenOf = (link: string, known: Known = {}): string => tokenPart(link, known)?.value ?? ''

/** Where {@link tokenOf} finds the secret; `undefined` where an address has no parts. */
export const placeOfToken = (link: string, known: Known = {}): string | undefined =>
  tokenPart(link, known)?.place

/** What is at that place in an address; '' where it has no such place. */
export const partAt = (link: string, place: string | undefined): string =>
  partsOf(link).find((part) => part.place === place)?.value ?? ''

/** Every part of an address that may be secret, by its length, and the one that most likely is. */
export function secretsOf(link: string): string[] {
  const long = partsOf(link).filter(({ value, mayBeSecret }) => mayBeSecret && value.length >= LEAST)
  return [...new Set([tokenOf(link), ...long.map(({ value }) => value)])].filter(Boolean)
}

function tokenPart(link: string, { carriers = [], home }: Known): Part | undefined {
  const parts = partsOf(link).filter(({ value }) => value)
  const atHome = home === undefined ? [] : partsOf(home).map(({ value }) => value)
  const secret = parts.filter(({ value, mayBeSecret }) => mayBeSecret && !atHome.includes(value))
  const carried = carriers.map((carrier) => secret.filter(({ value }) => isIn(value, carrier)))
  return longest(carried.find((own) => own.length > 0) ?? secret) ?? longest(parts)
}

const isIn = (value: string, carrier: string) =>
  carrier.includes(value) || carrier.includes(encodeURIComponent(value))

const longest = (parts: readonly Part[]) => parts.toSorted((a, b) => b.value.length - a.value.length)[0]

function partsOf(link: string): Part[] {
  const { pathname, searchParams, hash } = new URL(link)
  const [inHash = '', query = inHash.includes('=') ? inHash : ''] = hash.slice(1).split('?')
  const segments = (path: string, of: string) =>
    path.split('/').map((value, n) => ({ place: `${of} ${n}`, value, mayBeSecret: !isWord(value) }))
  const values = (params: URLSearchParams, of: string) =>
    [...params].map(([name, value]) => ({
      place: `${of} ${name}`,
      value,
      mayBeSecret: !WHOSE.test(name) && !isAddress(value) && !isWord(value),
    }))
  return [
    ...segments(pathname, 'path'),
    ...values(searchParams, 'query'),
    ...segments(inHash === query ? '' : inHash, 'hash path'),
    ...values(new URLSearchParams(query), 'hash query'),
  ]
}
