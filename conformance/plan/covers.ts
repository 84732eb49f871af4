import type { Graph, GraphEdge, Obligation } from './graph.ts'
import { outgoing } from './graph.ts'
import { type Arc, type Cover, link, Node } from './network/network.ts'

/** The part of a graph that a plan may use, and what it is to cover there. */
export interface Scope {
  graph: Graph<GraphEdge>
  states: Set<number>
  /** Numbers of the edges that may be walked, all of them between `states`. */
  edges: number[]
  cost: (edge: number) => number
  wanted: (obligation: Obligation) => boolean
}

function ends(graph: Graph, edge: number): GraphEdge {
  return graph.edges[edge] ?? { from: -1, to: -1 }
}

/** Nodes are states, arcs are edges: the directed Chinese postman, with every path begun by a reset. */
export function coverTransitions({ graph, states, edges, cost, wanted }: Scope): Cover {
  const at = new Map([...states].map((state) => [state, new Node(state)]))
  const arcs = edges.flatMap((edge): Arc[] => {
    const from = at.get(ends(graph, edge).from)
    const to = at.get(ends(graph, edge).to)
    return from && to ? [link(from, to, cost(edge), wanted({ kind: 'transition', edge }), edge)] : []
  })
  const nodes = [...at.values()]
  return { nodes, arcs, starts: startsAmong(nodes, graph), ends: nodes }
}

/**
 * Each state is an arc between an entrance and an exit; edges lead from exit to entrance. An edge from a state to
 * itself reaches no other state, and would let a state look visited that no path comes to.
 */
export function coverStates({ graph, states, edges, cost, wanted }: Scope): Cover {
  const doors = new Map([...states].map((state) => [state, { entrance: new Node(state), exit: new Node() }]))
  const visits = [...doors].map(([state, { entrance, exit }]) =>
    link(entrance, exit, 0, wanted({ kind: 'state', state })),
  )
  const steps = edges.flatMap((edge): Arc[] => {
    const from = doors.get(ends(graph, edge).from)
    const to = doors.get(ends(graph, edge).to)
    return from && to && from !== to ? [link(from.exit, to.entrance, cost(edge), false, edge)] : []
  })
  const entrances = [...doors.values()].map(({ entrance }) => entrance)
  const exits = [...doors.values()].map(({ exit }) => exit)
  return {
    nodes: [...entrances, ...exits],
    arcs: [...visits, ...steps],
    starts: startsAmong(entrances, graph),
    ends: exits,
  }
}

/**
 * The line graph: its nodes are the edges, split like states; walking from one to the next is a pair. The first edge of
 * a path completes no pair, so the initial states have separate entries.
 */
export function coverPairs({ graph, edges, cost, wanted }: Scope): Cover {
  const lines = new Map(edges.map((edge) => [edge, { arrive: new Node(), depart: new Node() }]))
  const visits = [...lines].map(([edge, { arrive, depart }]) =>
    link(arrive, depart, 0, wanted({ kind: 'transition', edge })),
  )
  const out = outgoing(graph)
  const pairs = [...lines].flatMap(([edge, { depart }]) =>
    (out[ends(graph, edge).to] ?? []).flatMap((next): Arc[] => {
      const line = lines.get(next)
      const needed = wanted({ kind: 'transition-pair', edge, next })
      return line ? [link(depart, line.arrive, cost(next), needed, next)] : []
    }),
  )
  const starts = [...new Set(graph.initials)].map((state) => new Node(state))
  const entries = starts.flatMap((start) =>
    (out[start.state] ?? []).flatMap((edge): Arc[] => {
      const line = lines.get(edge)
      return line ? [link(start, line.arrive, cost(edge), false, edge)] : []
    }),
  )
  const halves = [...lines.values()]
  const departs = halves.map(({ depart }) => depart)
  return {
    nodes: [...halves.map(({ arrive }) => arrive), ...departs, ...starts],
    arcs: [...visits, ...pairs, ...entries],
    starts,
    ends: departs,
  }
}

function startsAmong(nodes: Node[], { initials }: Graph): Node[] {
  const initial = new Set(initials)
  return nodes.filter((node) => initial.has(node.state))
}
