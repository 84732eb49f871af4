import type { Flow } from '../../../machines/flow.ts'
import type { Moment } from '../../../machines/walk.ts'
import { type Typed, typedFor, type World } from './values.ts'

/** A screen stays as long as nothing but its fields has changed. */
const onlyTyped = (flow: Flow, { edge }: Moment) => {
  const spec = edge && flow.events[edge.event]
  return spec?.fill !== undefined && spec.press === undefined
}

/** The moment since which the screen at `at` has been open, and what has been typed there since. */
export function typedSoFar(flow: Flow, moments: Moment[], at: number, world: World) {
  let since = at
  while (since > 0 && moments[since] && onlyTyped(flow, moments[since] as Moment)) since -= 1
  const typed: Typed = {}
  for (const { edge } of moments.slice(since + 1, at + 1))
    for (const [label, symbol] of Object.entries((edge && flow.events[edge.event]?.fill) ?? {}))
      typed[label] = typedFor(label, symbol, world, typed)
  return { since, typed }
}
