import { fieldsOf, isJson, textsOf } from '../bench/body.ts'
import type { Jar } from '../bench/jar.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { inSession, type Marked, typedBy } from './marked.ts'

const partsOf = ({ headers, body }: Sent): Map<string, string> =>
  new Map([...Object.entries(headers), ...(isJson(body) ? Object.entries(textsOf(body)) : fieldsOf(body))])

/** Names of the fields and headers that have another value in the second request. */
export function differing(one: Sent, other: Sent): string[] {
  const others = partsOf(other)
  return [...partsOf(one)].flatMap(([name, value]) => (others.get(name) === value ? [] : [name]))
}

/** What of a request belongs to one session. */
export interface Bound {
  /** The address names something of one sandbox. */
  ofOneSandbox: boolean
  /** Names of what a page gives, such as a token. */
  given: readonly string[]
}

/**
 * The request with what the page gives that the person is on, or else the entrance. `undefined` where neither has all of it: the request
 * would be refused for what belongs to another session, and nothing would be tried.
 */
export async function ownRequest(
  jar: Jar,
  person: Person,
  request: Marked,
  { ofOneSandbox, given }: Bound = { ofOneSandbox: false, given: [] },
): Promise<Sent | undefined> {
  const learned = await inSession(person.session, request)
  const typed = await typedBy(person.session, request)
  const isOwn = (sent: Sent) => {
    const changed = differing(learned, sent)
    return given.every((name) => changed.includes(name)) && !(ofOneSandbox && sent.url === learned.url)
  }
  const onPage = await jar.freshOnPage(person, learned, typed)
  if (isOwn(onPage)) return onPage
  const atEntrance = await jar.freshAtEntrance(person, learned, typed)
  return isOwn(atEntrance) ? atEntrance : undefined
}
