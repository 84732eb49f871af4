import { type Edge, edgesOf, screenOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'

/** A single word, such as “code”, may be in any message. */
const isPhrase = (text: string) => /\S\s+\S/.test(text)

/** What the flow says on the same screen where it refuses something else: one of these in place of an edge's own is a wrong message. */
export function otherMessagesOf(flow: Flow, { source, meta: { shows } }: Edge): string[] {
  const screen = screenOf(flow, source)
  const others = edgesOf(flow).flatMap((edge) =>
    edge.meta.refused && edge.meta.shows && screenOf(flow, edge.source) === screen ? [edge.meta.shows] : [],
  )
  return [...new Set(others)].filter((text) => text !== shows && isPhrase(text))
}
