import type { Context } from 'hono'
import { GraphError } from './errors.ts'

/** What lists are asked for. */
export const listOptions = ['$select', '$filter', '$top', '$search', '$count', '$orderby', '$skiptoken']

/** The query options of OData and Graph (learn.microsoft.com/graph/query-parameters). */
const known = [
  ...listOptions,
  ...['$expand', '$skip', '$format', '$deltatoken', '$apply', '$compute', '$index', '$levels'],
]
/** Graph takes some without the dollar sign at some addresses, and says to write it always. */
const withoutDollar = new Set(known.map((name) => name.slice(1)))

export const badQuery = (message: string) => new GraphError(400, 'Request_UnsupportedQuery', message)

const supported = (names: readonly string[]) =>
  names.length === 0 ? 'this request takes none' : `only ${names.join(', ')}`

/** Refuses by its name what a request asks for and is not done here; what is no option has no meaning at Graph either. */
export function checkOptions({ req }: Context, allowed: readonly string[]) {
  for (const [name, values] of Object.entries(req.queries())) {
    if (withoutDollar.has(name.toLowerCase()))
      throw badQuery(
        `The query option '${name}' is not supported here: write it with a dollar sign, '$${name}'.`,
      )
    if (!name.startsWith('$')) continue
    if (!allowed.includes(name))
      throw badQuery(`The query option '${name}' is not supported here: ${supported(allowed)}.`)
    if (values.length > 1) throw badQuery(`The query option '${name}' is there ${values.length} times.`)
  }
}
