import type { Node } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { type Field, stepsOf } from './field.ts'

/** A path, and the places in {@link Field.arcs} of the obligations that it was the first to travel. */
export interface Sheaf {
  walk: Walk
  won: number[]
}

export interface HarvestOptions {
  starts: Node[]
  /** For each of {@link Field.arcs}, what travelling it for the first time is worth; 0 where it is no obligation. */
  prices: Float64Array
  /** What a unit of cost takes off the value; so little that nothing within reach is left behind. */
  thrift: number
  maxSteps: number
  /** How many visits of an arc may be spent. */
  budget: number
}

/**
 * Covers the priced obligations within reach by paths of at most `maxSteps`, always the most valuable one that is left.
 * Answers what was spent with it, and no paths where the budget was too small.
 */
export function harvest(
  field: Field,
  { starts, prices, thrift, maxSteps, budget }: HarvestOptions,
): { sheaves: Sheaf[] | undefined; spent: number } {
  const cost = (place: number) => thrift * (field.arcs[place]?.cost ?? 0)
  field.arcs.forEach((_, place) => {
    field.gains[place] = (prices[place] ?? 0) - cost(place)
  })
  const open = new Set([...prices.keys()].filter((place) => (prices[place] ?? 0) > 0))
  const win = (place: number) => {
    if (!open.delete(place)) return false
    field.gains[place] = -cost(place)
    return true
  }
  const sheaves: Sheaf[] = []
  let spent = 0
  for (;;) {
    const sheaf: Sheaf = { walk: [], won: [] }
    let left = maxSteps
    let node: Node | undefined
    for (;;) {
      spent += field.arcs.length * (left + 1)
      if (spent > budget) return { sheaves: undefined, spent }
      field.value(left)
      node ??= richest(field, starts, left)
      const piece: Sheaf | undefined = node && follow(field, node, left, win)
      if (!piece || piece.won.length === 0) break
      sheaf.walk.push(...piece.walk)
      sheaf.won.push(...piece.won)
      left -= piece.walk.reduce((steps, arc) => steps + stepsOf(arc), 0)
      node = piece.walk.at(-1)?.to
    }
    if (sheaf.won.length === 0) return { sheaves, spent }
    sheaves.push(sheaf)
  }
}

function richest(field: Field, starts: Node[], left: number): Node | undefined {
  let best: Node | undefined
  for (const start of starts) {
    if (field.worth(start, left) > (best ? field.worth(best, left) : 0)) best = start
  }
  return best
}

/** Goes the best way until an obligation would be won twice, and back to the last that was won. */
function follow(field: Field, start: Node, steps: number, win: (place: number) => boolean): Sheaf {
  const walk: Walk = []
  const won = new Set<number>()
  let kept = 0
  let node = start
  let left = steps
  for (;;) {
    const place = field.choice(node, left)
    const arc = field.arcs[place]
    if (!arc || won.has(place)) return { walk: walk.slice(0, kept), won: [...won] }
    walk.push(arc)
    left -= stepsOf(arc)
    node = arc.to
    if (win(place)) {
      won.add(place)
      kept = walk.length
    }
  }
}
