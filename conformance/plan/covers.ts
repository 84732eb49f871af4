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

const least = (wanted: boolean): number => (wanted ? 1 : 0)

function ends(graph: Graph, edge: number): GraphEdge {
  return graph.edges[edge] ?? { from: -1, to: -1 }
}

/** Nodes are states, arcs are edges: the directed Chinese postman, with every path begun by a reset. */
export function coverTransitions({ graph, states, edges, cost, wanted }: Scope): Cover {
  const at = new Map([...states].map((state) => [state, new Node(state)]))
  const arcs = edges.flatMap((edge): Arc[] => {
    const from = at.get(ends(graph, edge).from)
    const to = at.get(ends(graph, edge).to)
    return from && to ? [link(from, to, cost(edge), least(wanted({ kind: 'transition', edge })), edge)] : []
  })
  const nodes = [...at.values()]
  return { nodes, arcs, starts: startsAmong(nodes, graph), ends: nodes }
}

/** Each state is an arc of its own between an entrance and an exit; edges lead from exit to entrance. */
export function coverStates({ graph, states, edges, cost, wanted }: Scope): Cover {
  const doors = new Map([...states].map((state) => [state, { entrance: new Node(state), exit: new Node() }]))
  const visits = [...doors].map(([state, { entrance, exit }]) =>
    link(entrance, exit, 0, least(wanted({ kind: 'state', state }))),
  )
  const steps = edges.flatMap((edge): Arc[] => {
    const from = doors.get(ends(graph, edge).from)
    const to = doors.get(ends(graph, edge).to)
    return from && to ? [link(from.exit, to.entrance, cost(edge), 0, edge)] : []
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

/** The line graph: each edge is an arc between two nodes of its own, each pair an arc from one edge to the next. */
export function coverPairs({ graph, edges, cost, wanted }: Scope): Cover {
  const lines = new Map(
    edges.map((edge) => [edge, { before: new Node(ends(graph, edge).from), after: new Node() }]),
  )
  const steps = [...lines].map(([edge, { before, after }]) =>
    link(before, after, cost(edge), least(wanted({ kind: 'transition', edge })), edge),
  )
  const out = outgoing(graph)
  const pairs = [...lines].flatMap(([edge, { after }]) =>
    (out[ends(graph, edge).to] ?? []).flatMap((then): Arc[] => {
      const next = lines.get(then)
      return next ? [link(after, next.before, 0, least(wanted({ kind: 'transition-pair', edge, then })))] : []
    }),
  )
  const befores = [...lines.values()].map(({ before }) => before)
  const afters = [...lines.values()].map(({ after }) => after)
  return {
    nodes: [...befores, ...afters],
    arcs: [...steps, ...pairs],
    starts: startsAmong(befores, graph),
    ends: afters,
  }
}

function startsAmong(nodes: Node[], { initials }: Graph): Node[] {
  const initial = new Set(initials)
  return nodes.filter((node) => initial.has(node.state))
}
