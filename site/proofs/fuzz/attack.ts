import fc from 'fast-check'
import type { Addresses } from '../../testing/doorstep-process.ts'
import type { Party } from './parties.ts'
import type { Person } from './people.ts'
import { inWords, type OddRequest, requestsTo, send } from './requests.ts'

/** Refusals that say what they are, by what they are about: everything else above 499 is a failure. */
const honest = (path: string, status: number) => status === 501 && path.startsWith('/oembed')

const nobody: Person = { words: {}, ask: fetch, leave: async () => {} }

const fillIn = (request: OddRequest, words: Record<string, string>): OddRequest => {
  const filled = (text: string) =>
    Object.entries(words).reduce((all, [name, value]) => all.replaceAll(name, value), text)
  const { path, headers, body } = request
  return {
    ...request,
    path: filled(path),
    headers: headers.map(([name, value]) => [name, filled(value)]),
    body: body === undefined ? undefined : filled(body),
  }
}

export interface Limits {
  /** Visits; each is up to 12 requests of one person. */
  runs: number
  seed?: number | undefined
}

/**
 * Lets people of a party send requests to any of its routes, in any order.
 * @returns how many requests were answered, by status
 * @throws where an answer is a 5xx, or does not come: the shortest visit that does it, and the seed
 */
export async function attack(
  party: Party,
  at: Addresses,
  { runs, seed }: Limits,
): Promise<Map<number, number>> {
  const seen = new Map<number, number>()
  const requests = fc.oneof(...party.routes.map((route) => requestsTo(route, party.vocabulary)))
  const visit = fc.record({
    who: fc.constantFrom(...Object.keys(party.people), 'nobody'),
    // Who knows all names and has no right to anything.
    isStranger: fc.nat({ max: 4 }).map((n) => n === 0),
    requests: fc.array(requests, { minLength: 1, maxLength: 12, size: 'max' }),
  })
  const property = fc.asyncProperty(visit, async ({ who, isStranger, requests }) => {
    const person = (await party.people[who]?.(at)) ?? nobody
    try {
      for (const each of requests) {
        const request = fillIn(each, person.words)
        const ask = isStranger ? fetch : person.ask
        const { status } = await send(ask, party.origin(at), request).catch((error: Error) => {
          throw new Error(`No answer to ${inWords(request)}: ${error.message} ${error.cause ?? ''}`)
        })
        seen.set(status, (seen.get(status) ?? 0) + 1)
        if (status >= 500 && !honest(request.path, status))
          throw new Error(`${status} for ${inWords(request)}`)
      }
    } finally {
      await person.leave()
    }
  })
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) })
  return seen
}
