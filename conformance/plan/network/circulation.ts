import FlatQueue from 'flatqueue'
import { type Arc, type Network, type Node, reduced } from './network.ts'

/** Rounding that is forgiven when a sum of costs is compared with nought. */
const EPSILON = 1e-9

/**
 * The least-cost circulation that travels every arc at least `least` times, as a state that stays optimal while
 * obligations are added: {@link require} and then {@link balance}. Primal-dual method: obligations are put on the arcs,
 * which leaves nodes with too much and nodes with too little. One search by prices from all nodes with too much
 * (Dijkstra on reduced costs) finds the cheapest ways, and as much as possible is sent along ways of reduced cost 0;
 * this repeats until nothing is left over. Ahuja, Magnanti and Orlin, "Network Flows" (1993), sections 9.7 and 9.8.
 */
export class Circulation {
  readonly network: Network
  readonly #epsilon: number

  constructor(network: Network) {
    this.network = network
    let dearest = 1
    for (const arc of this.#arcs()) {
      dearest = Math.max(dearest, arc.cost)
      if (arc.least > 0) this.#send(arc, arc.least)
    }
    this.#epsilon = EPSILON * dearest
    this.balance()
  }

  get cost(): number {
    let cost = 0
    for (const arc of this.#arcs()) cost += arc.flow * arc.cost
    return cost
  }

  /** Makes the arc travelled once more than it must be now. */
  require(arc: Arc): void {
    arc.least++
    if (arc.flow < arc.least) this.#send(arc, 1)
  }

  /** Restores the balance at every node at the least cost. */
  balance(): void {
    let sources = this.network.nodes.filter((node) => node.excess > 0)
    while (sources.length > 0) {
      this.#search(sources)
      const dead = new Set<Node>()
      for (const source of sources) while (source.excess > 0 && this.#augment(source, dead));
      sources = sources.filter((node) => node.excess > 0)
    }
  }

  *#arcs(): Generator<Arc> {
    for (const node of this.network.nodes) yield* node.out
  }

  #send(arc: Arc, amount: number): void {
    arc.flow += amount
    arc.from.excess -= amount
    arc.to.excess += amount
  }

  /** Measures the cheapest way from the sources to every node and moves the prices so that those ways cost 0. */
  #search(sources: Node[]): void {
    const queue = new FlatQueue<Node>()
    const reach = (node: Node, distance: number) => {
      if (distance >= node.distance) return
      node.distance = distance
      queue.push(node, distance)
    }
    for (const node of this.network.nodes) node.distance = Number.POSITIVE_INFINITY
    for (const source of sources) reach(source, 0)
    let farthest = 0
    while (queue.length > 0) {
      const distance = queue.peekValue() ?? 0
      const node = queue.pop()
      if (!node || distance > node.distance) continue
      farthest = distance
      for (const arc of node.out) reach(arc.to, distance + Math.max(0, reduced(arc)))
      for (const arc of node.in) {
        if (arc.flow > arc.least) reach(arc.from, distance + Math.max(0, -reduced(arc)))
      }
    }
    for (const node of this.network.nodes) node.potential += Math.min(node.distance, farthest)
  }

  /**
   * Sends something from the source along ways of reduced cost 0 to a node with too little; false where no such way is
   * left. Nodes from which none leads on are noted as dead.
   */
  #augment(source: Node, dead: Set<Node>): boolean {
    const way: { arc: Arc; forward: boolean }[] = []
    const onWay = new Set([source])
    let node = source
    while (node.excess >= 0) {
      const step = this.#stepFrom(node, (next) => !dead.has(next) && !onWay.has(next))
      if (step) {
        way.push(step)
        node = step.forward ? step.arc.to : step.arc.from
        onWay.add(node)
        continue
      }
      dead.add(node)
      onWay.delete(node)
      const back = way.pop()
      if (!back) return false
      node = back.forward ? back.arc.from : back.arc.to
    }
    let amount = Math.min(source.excess, -node.excess)
    for (const { arc, forward } of way) if (!forward) amount = Math.min(amount, arc.flow - arc.least)
    for (const { arc, forward } of way) this.#send(arc, forward ? amount : -amount)
    return true
  }

  #stepFrom(node: Node, open: (next: Node) => boolean): { arc: Arc; forward: boolean } | undefined {
    for (const arc of node.out) {
      if (reduced(arc) <= this.#epsilon && open(arc.to)) return { arc, forward: true }
    }
    for (const arc of node.in) {
      if (arc.flow > arc.least && reduced(arc) >= -this.#epsilon && open(arc.from))
        return { arc, forward: false }
    }
    return undefined
  }
}
