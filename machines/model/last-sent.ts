import { type Edge, screenOf } from './edges.ts'
import type { Flow } from './flow.ts'
import { type Moment, walk as momentsOf } from './walk.ts'

/** Form → the event by which it was sent last. The product goes by that, whatever page a browser shows again. */
export type LastSent = Readonly<Record<string, string>>

/** Names the form that an event sends, if it is one that was taken. */
function formOf(flow: Flow, { event, source, meta }: Edge): string | undefined {
  const { fill, press } = flow.events[event] ?? {}
  if (!fill || press === undefined || meta.refused) return undefined
  return [screenOf(flow, source), press, ...Object.keys(fill)].join('/')
}

/** After a moment was reached. */
export function sentAt(flow: Flow, sent: LastSent, { edge }: Moment): LastSent {
  const form = edge && formOf(flow, edge)
  return form === undefined || sent[form] === edge?.event ? sent : { ...sent, [form]: edge?.event ?? '' }
}

/** A walk as the product takes it by now: each form as it was sent last. */
export const asLastSent = (flow: Flow, given: string, walk: readonly string[], sent: LastSent): string[] =>
  momentsOf(flow, given, walk).flatMap(({ edge }) =>
    edge ? (sent[formOf(flow, edge) ?? ''] ?? edge.event) : [],
  )
