import type { Circulation } from './circulation.ts'
import { parts, reduced } from './network.ts'
import { search, wayTo } from './search.ts'

/**
 * Connects the parts of a circulation, so that it can be walked in one tour. If everything is an obligation, it is
 * connected from the start. Otherwise this is the rural postman's problem, for which no fast exact method is known: as
 * long as a part is separate, the link to it that is cheapest by the prices of the optimum is made an obligation too,
 * and the flow is balanced again. The cost before is a lower bound, the cost after an answer that may be above the
 * optimum.
 */
export function connect(circulation: Circulation): void {
  const { network } = circulation
  for (;;) {
    const travelled = network.nodes.flatMap((node) => node.out.filter((arc) => arc.flow > 0))
    const overrideOf = parts(travelled)
    const home = overrideOf(network.root)
    const apart = new Set(travelled.map((arc) => arc.from).filter((node) => overrideOf(node) !== home))
    if (apart.size === 0) return
    const joined = network.nodes.filter((node) => overrideOf(node) === home)
    const next = search(
      network,
      joined,
      (arc) => Math.max(0, reduced(arc)),
      (node) => apart.has(node),
    )
    for (const arc of next ? wayTo(next) : []) if (arc.flow === 0) circulation.require(arc)
    circulation.balance()
  }
}
