import type { Arc, Network, Node } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { accesses } from './access.ts'
import { type CutOptions, cut } from './cut.ts'
import { stepsOf } from './field.ts'
import { rounds } from './rounds.ts'
import { costOf, lengthOf, trimmed } from './walk.ts'

export interface Limit {
  maxSteps: number
  resetCost: number
}

/** How many times as long as the way to its beginning a path may be, if it has to be longer than wanted. */
const WORTH = 4

/**
 * The same obligations in paths of at most `maxSteps` steps, after the least-cost plan without that limit. No fast exact
 * method is known; two good ones are tried and the cheaper answer taken: the optimal walks cut up, and paths gathered one
 * by one at learned prices. What lies deeper than `maxSteps` is covered by paths that must be longer anyway: they
 * go on for as long as keeps the way to their beginning a small part of them.
 */
export function limited(network: Network, starts: Node[], optimal: Walk[], limit: Limit): Walk[] {
  const { maxSteps, resetCost } = limit
  const long = optimal.filter((walk) => lengthOf(walk) > maxSteps)
  if (long.length === 0) return optimal
  const short = optimal.filter((walk) => lengthOf(walk) <= maxSteps)
  const find = accesses(network)
  const access = (arc: Arc) => find(arc.from)
  const isDeep = (arc: Arc) => access(arc).steps + stepsOf(arc) > maxSteps
  const cutting = { access, resetCost }
  const fitsDeep = (access: number, own: number) => own <= Math.max(maxSteps, WORTH * access)
  const deep = cutAll(long, [], isDeep, { ...cutting, fits: fitsDeep })
  const pieces = cutAll(long, [...short, ...deep], () => true, {
    ...cutting,
    fits: (access, own) => access + own <= maxSteps,
  })
  const cutUp = trimmed([...deep, ...short, ...pieces])
  const gathered = rounds(network, starts, new Set(deep.flat()), limit)
  if (!gathered) return cutUp
  const others = trimmed([...deep, ...gathered])
  return costOf(cutUp, resetCost) <= costOf(others, resetCost) ? cutUp : others
}

/** Cuts walks up where what is asked for was not done before; each obligation is kept where a walk travels it last. */
function cutAll(
  walks: Walk[],
  before: Walk[],
  asked: (arc: Arc) => boolean,
  cutting: Omit<CutOptions, 'needed'>,
): Walk[] {
  const done = new Set(before.flat())
  return walks.flatMap((walk) => {
    const last = new Map(walk.map((arc, place) => [arc, place]))
    const needed = (arc: Arc, place: number) =>
      arc.obligation && !done.has(arc) && last.get(arc) === place && asked(arc)
    const paths = cut(walk, { ...cutting, needed })
    for (const arc of paths.flat()) done.add(arc)
    return paths
  })
}
