import type { Graph, GraphEdge } from '../graph.ts'

/** What a person sees of a graph. Everything is a string; two equal strings look the same. */
export interface Looks<E extends GraphEdge> {
  /** What is sent on an edge: two edges with the same event are the same thing to do. */
  event: (edge: E) => string
  /** What is seen of a node without doing anything. */
  node: (node: number) => string
  /** What is seen of an edge in addition to the node that it leads to: a message, a refusal. */
  edge: (edge: E) => string
  /** Whether it can be seen that an event cannot be sent, such as a mail that is missing. Default: never. */
  absence?: ((event: string) => boolean) | undefined
}

/** The result of an event in a node. */
export interface Answer {
  to: number
  /** Number of what is seen of the edge. */
  seen: number
}

/**
 * A graph as seen by someone who can only send events and observe, all in numbers. Deterministic: a node answers an
 * event in one way. What a node does with an event that it has no edge for is not defined.
 */
export interface Behaviour {
  nodes: number
  initials: readonly number[]
  /** By number of the edge; those that may not be walked are there too, but in no `out`. */
  edges: readonly (Answer & { from: number; event: number })[]
  /** By node, the numbers of its edges that may be walked. */
  out: readonly (readonly number[])[]
  /** Numbers of the nodes' looks. */
  looks: readonly number[]
  /** Number of the edge for an event in a node; -1 where there is none. */
  at: (node: number, event: number) => number
  /** Whether it can be seen that an event cannot be sent. */
  showsAbsence: (event: number) => boolean
}

/** @param usable whether an edge may be walked and can be reached */
export function behaviourOf<E extends GraphEdge>(
  { nodes, edges, initials }: Graph<E>,
  looks: Looks<E>,
  usable: (edge: number) => boolean,
): Behaviour {
  const events = numbering()
  const sights = numbering()
  const known = edges.map((edge) => ({
    from: edge.from,
    to: edge.to,
    event: events.numberOf(looks.event(edge)),
    seen: sights.numberOf(`edge ${looks.edge(edge)}`),
  }))
  const out: number[][] = Array.from({ length: nodes }, () => [])
  const table = Array.from({ length: nodes }, () => new Map<number, number>())
  for (const [index, { from, event }] of known.entries()) {
    table[from]?.set(event, index)
    if (usable(index)) out[from]?.push(index)
  }
  const absences = events.all().map((event) => looks.absence?.(event) === true)
  return {
    nodes,
    initials,
    edges: known,
    out,
    looks: Array.from({ length: nodes }, (_, node) => sights.numberOf(`node ${looks.node(node)}`)),
    at: (node, event) => table[node]?.get(event) ?? -1,
    showsAbsence: (event) => absences[event] === true,
  }
}

function numbering() {
  const numbers = new Map<string, number>()
  return {
    numberOf(text: string): number {
      const known = numbers.get(text) ?? numbers.size
      numbers.set(text, known)
      return known
    },
    all: () => [...numbers.keys()],
  }
}
