import type { APIRoute } from 'astro'
import { addressOfFlow, packs } from '../packs/shown-packs.ts'
import { entriesOf, glossaryEntries } from '../search/entries-of.ts'

/** What the search of every page looks through. */
export const GET: APIRoute = () => {
  const ofFlows = packs.flatMap((pack) =>
    pack.flows.flatMap((flow) => entriesOf(pack, flow, addressOfFlow(pack, flow))),
  )
  return Response.json([...ofFlows, ...glossaryEntries()])
}
