import type { Edge } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'

interface Sent {
  flow: Flow
  edge: Edge
  before: Moment
  /** The moments of the walk up to `before`. */
  way: readonly Moment[]
}

/** Documented labels of the fields of a form that something was typed into since the person came to its screen, before it was sent. */
export function typedOn({ flow, edge, before, way }: Sent): string[] {
  const typed = new Map<string, string>()
  const away = way.findLastIndex(({ screen }) => screen !== before.screen)
  const events = way.slice(away + 2).flatMap((moment) => moment.edge?.event ?? [])
  for (const event of [...events, edge.event])
    for (const [label, symbol] of Object.entries(flow.events[event]?.fill ?? {})) typed.set(label, symbol)
  return [...typed].flatMap(([label, symbol]) => (symbol === 'empty' ? [] : [label]))
}
