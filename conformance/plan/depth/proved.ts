import type { Behaviour } from './behaviour.ts'
import type { Fault } from './fault.ts'
import { occurrences, placeFound, type Route } from './find.ts'

/**
 * For each place of each route, the place before it whose target is proved there: the latest at which a fault begins that shows only
 * now. -1 where a step proves nothing but itself.
 */
export function placesProved(
  behaviour: Behaviour,
  faults: readonly Fault[],
  routes: readonly Route[],
): number[][] {
  const where = occurrences(routes)
  const proved = routes.map((route) => route.map(() => -1))
  for (const fault of faults)
    for (const { route, first } of where.get(fault.edge) ?? []) {
      const path = routes[route] ?? []
      const place = placeFound(behaviour, fault, path, first)
      if (place < 1) continue
      const wrong = fault.hidden ? fault.hidden.changed : fault.edge
      const from = path.lastIndexOf(wrong, place - 1)
      const own = proved[route]
      if (own && from > (own[place] ?? -1)) own[place] = from
    }
  return proved
}
