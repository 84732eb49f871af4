import type { Arc } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { type Access, arcsOf } from './access.ts'
import { stepsOf } from './field.ts'

export interface CutOptions {
  needed: (arc: Arc, place: number) => boolean
  access: (arc: Arc) => Access
  resetCost: number
  /** Whether a path is short enough: the steps of the way to where it begins, and those from there on. */
  fits: (access: number, own: number) => boolean
}

/** Needed arcs of a walk up to which the cheapest cuts are sought: the time for it grows with the square. */
const MOST_STOPS = 3_000

interface Stop {
  place: number
  access: Access
}

/**
 * Cuts a walk into paths that together travel everything that is needed, in the walk's order, each after a reset and
 * the shortest way to where it begins: the cheapest such cuts, by dynamic programming, or in a very long walk the
 * longest paths that fit. What is not needed between two paths is left out. A path of a single needed arc is always
 * made.
 */
export function cut(walk: Walk, options: CutOptions): Walk[] {
  const { needed, access } = options
  const stops = walk.flatMap((arc, place) => (needed(arc, place) ? [{ place, access: access(arc) }] : []))
  const pieces = stops.length > MOST_STOPS ? longest(walk, stops, options) : cheapest(walk, stops, options)
  return pieces.flatMap(([first, last]) => {
    const begin = stops[first]
    const end = stops[last]
    return begin && end ? [[...arcsOf(begin.access), ...walk.slice(begin.place, end.place + 1)]] : []
  })
}

/** First and last stop of each piece. */
function cheapest(walk: Walk, stops: Stop[], { resetCost, fits }: CutOptions): [number, number][] {
  const best = [{ cost: 0, from: 0 }]
  for (const [first, begin] of stops.entries()) {
    let cost = (best[first]?.cost ?? 0) + resetCost + begin.access.cost
    let own = 0
    let place = begin.place
    for (let last = first; last < stops.length; last++) {
      for (const arc of walk.slice(place, (stops[last]?.place ?? 0) + 1)) {
        cost += arc.cost
        own += stepsOf(arc)
        place++
      }
      if (last > first && !fits(begin.access.steps, own)) break
      if (cost < (best[last + 1]?.cost ?? Number.POSITIVE_INFINITY)) best[last + 1] = { cost, from: first }
    }
  }
  const pieces: [number, number][] = []
  for (let end = stops.length; end > 0; end = best[end]?.from ?? 0)
    pieces.push([best[end]?.from ?? 0, end - 1])
  return pieces.reverse()
}

function longest(walk: Walk, stops: Stop[], { fits }: CutOptions): [number, number][] {
  const pieces: [number, number][] = []
  let own = 0
  let place = 0
  for (const [stop, { place: end }] of stops.entries()) {
    const piece = pieces.at(-1)
    for (const arc of walk.slice(place, end + 1)) own += stepsOf(arc)
    place = end + 1
    if (piece && fits(stops[piece[0]]?.access.steps ?? 0, own)) piece[1] = stop
    else {
      pieces.push([stop, stop])
      own = walk[end] ? stepsOf(walk[end]) : 0
    }
  }
  return pieces
}
