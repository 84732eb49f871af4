import type { Arc, Network, Node } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { Field } from './field.ts'
import { harvest, type Sheaf } from './harvest.ts'
import type { Limit } from './limit.ts'

/** Visits of an arc that the first round, and all rounds together, may spend; some nanoseconds each. */
const FIRST_ROUND = 400_000_000
const ALL_ROUNDS = 45_000_000
const MOST_ROUNDS = 120
/** How much of a price is replaced by what the obligation did cost in the last round, and the least price there is. */
const LEARN = 0.4
const LEAST_PRICE = 0.3

/**
 * Gathers the obligations in rounds. After each, an obligation that only a poor path reached becomes dearer, so that
 * the next round fetches it while a path passes near it. Answers the cheapest round, and nothing if not even one could
 * be afforded.
 */
export function rounds(
  network: Network,
  starts: Node[],
  done: Set<Arc>,
  { maxSteps, resetCost }: Limit,
): Walk[] | undefined {
  const field = new Field(network, maxSteps)
  const prices = Float64Array.from(field.arcs, (arc) => (arc.obligation && !done.has(arc) ? 1 : 0))
  const dearest = field.arcs.reduce((most, arc) => Math.max(most, arc.cost), 0) || 1
  const thrift = LEAST_PRICE / (2 * maxSteps * dearest)
  const costOf = ({ walk }: Sheaf) => walk.reduce((sum, arc) => sum + arc.cost, resetCost)
  let best: { walks: Walk[]; cost: number } | undefined
  let spent = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answer = harvest(field, { starts, prices, thrift, maxSteps, budget: FIRST_ROUND })
    if (!answer.sheaves) break
    const cost = answer.sheaves.reduce((sum, sheaf) => sum + costOf(sheaf), 0)
    if (!best || cost < best.cost) best = { walks: answer.sheaves.map(({ walk }) => walk), cost }
    learn(prices, answer.sheaves, costOf)
    spent += answer.spent
    if (spent + answer.spent > ALL_ROUNDS) break
  }
  return best?.walks
}

function learn(prices: Float64Array, sheaves: Sheaf[], costOf: (sheaf: Sheaf) => number): void {
  const won = sheaves.reduce((sum, sheaf) => sum + sheaf.won.length, 0)
  const total = sheaves.reduce((sum, sheaf) => sum + costOf(sheaf), 0)
  for (const sheaf of sheaves) {
    const share = costOf(sheaf) / sheaf.won.length / (total / won || 1)
    for (const place of sheaf.won) {
      prices[place] = Math.max(LEAST_PRICE, (prices[place] ?? 0) * (1 - LEARN) + LEARN * share)
    }
  }
}
