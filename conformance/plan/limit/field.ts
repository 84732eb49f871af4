import type { Arc, Network, Node } from '../network/network.ts'

/** Steps that an arc takes: one, or none where it only keeps count of an obligation. */
export const stepsOf = (arc: Arc): number => (arc.edge < 0 ? 0 : 1)

/**
 * What can still be gained from every node with so many steps left, and which arc to take next: the most valuable
 * continuation, worked out from the last step backwards. A gain is counted each time its arc is passed; a caller that
 * follows the choices must stop before it would count a gain twice.
 */
export class Field {
  /** Sorted by whether they take a step, then by the node they leave. */
  readonly arcs: Arc[]
  /** What passing each of `arcs` gains. The caller fills it in. */
  readonly gains: Float64Array
  readonly #index = new Map<Node, number>()
  readonly #stepping: number
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #worth: Float64Array[]
  readonly #choice: Int32Array[]

  constructor({ nodes, inner }: Network, maxSteps: number) {
    for (const node of nodes) this.#index.set(node, this.#index.size)
    const outOf = nodes.flatMap((node) => node.out)
    const known = new Set(inner)
    const own = outOf.filter((arc) => known.has(arc))
    const stepping = own.filter((arc) => stepsOf(arc) === 1)
    this.arcs = [...stepping, ...own.filter((arc) => stepsOf(arc) === 0)]
    this.gains = new Float64Array(this.arcs.length)
    this.#stepping = stepping.length
    this.#from = Int32Array.from(this.arcs, (arc) => this.#at(arc.from))
    this.#to = Int32Array.from(this.arcs, (arc) => this.#at(arc.to))
    this.#worth = Array.from({ length: maxSteps + 1 }, () => new Float64Array(nodes.length))
    this.#choice = Array.from({ length: maxSteps + 1 }, () => new Int32Array(nodes.length))
  }

  /**
   * Works out every value for up to `steps` steps. Arcs without a step never follow each other, so that one pass over those
   * with a step and then one over those without settles each number of steps.
   */
  value(steps: number): void {
    for (let left = 0; left <= steps; left++) {
      const worth = this.#worth[left]
      const before = this.#worth[left - 1]
      const choice = this.#choice[left]
      if (!worth || !choice) return
      worth.fill(0)
      choice.fill(-1)
      if (before) this.#improve(0, this.#stepping, before, worth, choice)
      this.#improve(this.#stepping, this.arcs.length, worth, worth, choice)
    }
  }

  #improve(first: number, end: number, after: Float64Array, worth: Float64Array, choice: Int32Array): void {
    const from = this.#from
    const to = this.#to
    const gains = this.gains
    for (let arc = first; arc < end; arc++) {
      const node = from[arc] ?? 0
      const value = (gains[arc] ?? 0) + (after[to[arc] ?? 0] ?? 0)
      if (value > (worth[node] ?? 0)) {
        worth[node] = value
        choice[node] = arc
      }
    }
  }

  worth(node: Node, left: number): number {
    return this.#worth[left]?.[this.#at(node)] ?? 0
  }

  /** Place in `arcs` of the arc to take; -1 where there is nothing more to win. */
  choice(node: Node, left: number): number {
    return this.#choice[left]?.[this.#at(node)] ?? -1
  }

  #at(node: Node): number {
    return this.#index.get(node) ?? -1
  }
}
