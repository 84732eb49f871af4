import { createHash } from 'node:crypto'
import type { Person } from '../bench/person.ts'

/** When a link was made: between these, in milliseconds since 1970. */
export interface Moment {
  from: number
  to: number
}

/** The time from then until now, by each clock that a link may have been dated by: the real one, and that of the deployment. */
export async function since(from: number, { session }: Pick<Person, 'session'>): Promise<Moment[]> {
  const to = Date.now()
  const ahead = Math.round((await session.arranged.clock.now()) - to)
  return [0, ahead].map((by) => ({ from: from + by, to: to + by }))
}

const ALGORITHMS = ['md5', 'sha1', 'sha256'] as const
const BETWEEN = ['', ':', '-', '.', '|']
/** Characters of a token that are no accident, where it is the beginning of a hash. */
const LEAST = 16

/**
 * What a token is a hash of, in words, where that is the time, the address, or both; `undefined` where it is none of those hashes. Any
 * number of such tokens looks random.
 */
export function madeOfKnown(token: string, email: string, moments: readonly Moment[]): string | undefined {
  if (token.length < LEAST) return undefined
  const times = new Set(moments.flatMap((moment) => [...timesIn(moment)]))
  for (const text of textsOf(email, times))
    for (const algorithm of ALGORITHMS)
      if (isHash(token, createHash(algorithm).update(text).digest()))
        return `the ${algorithm} hash of “${text}”`
  return undefined
}

/** Each second, and each millisecond. */
function* timesIn({ from, to }: Moment): Generator<string> {
  for (let second = Math.floor(from / 1000); second <= Math.ceil(to / 1000); second++) yield `${second}`
  for (let time = from; time <= to; time++) yield `${time}`
}

function* textsOf(email: string, times: ReadonlySet<string>): Generator<string> {
  yield email
  for (const time of times) {
    yield time
    for (const between of BETWEEN) {
      yield `${email}${between}${time}`
      yield `${time}${between}${email}`
    }
  }
}

const isHash = (token: string, hash: Buffer): boolean =>
  hash.toString('hex').startsWith(token.toLowerCase()) || hash.toString('base64url').startsWith(token)
