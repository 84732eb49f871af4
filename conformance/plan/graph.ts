import { PlanError } from './errors.ts'

export interface GraphEdge {
  /** Numbers of nodes, from 0. */
  from: number
  to: number
}

/** A plain directed graph; several edges between two nodes, and from a node to itself, are separate edges. */
export interface Graph<E extends GraphEdge = GraphEdge> {
  /** How many nodes there are; they are numbered from 0. */
  nodes: number
  edges: readonly E[]
  /** The nodes to which a reset may lead. */
  initials: readonly number[]
}

export const coverages = ['states', 'transitions', 'transition-pairs'] as const

/**
 * What a plan must cover, each from the start of some path:
 * - `states`: every node is visited
 * - `transitions`: every edge is walked
 * - `transition-pairs`: every edge, and every two edges of which one can follow the other, one right after the other
 */
export type Coverage = (typeof coverages)[number]

/** Something that must be covered, in numbers of nodes and edges. */
export type Obligation =
  | { kind: 'state'; state: number }
  | { kind: 'transition'; edge: number }
  | { kind: 'transition-pair'; edge: number; next: number }

/** For each node the numbers of the edges that leave it. */
export function outgoing({ nodes, edges }: Graph): number[][] {
  const out: number[][] = Array.from({ length: nodes }, () => [])
  for (const [index, edge] of edges.entries()) out[edge.from]?.push(index)
  return out
}

/** Everything that the coverage asks for in this graph, reachable or not. */
export function obligationsOf(graph: Graph, coverage: Coverage): Obligation[] {
  if (coverage === 'states') {
    return Array.from({ length: graph.nodes }, (_, state) => ({ kind: 'state', state }))
  }
  const transitions = graph.edges.map((_, edge): Obligation => ({ kind: 'transition', edge }))
  if (coverage === 'transitions') return transitions
  const out = outgoing(graph)
  const pairs = graph.edges.flatMap(({ to }, edge): Obligation[] =>
    (out[to] ?? []).map((next) => ({ kind: 'transition-pair', edge, next })),
  )
  return [...transitions, ...pairs]
}

/** The nodes that can be reached over the edges that may be walked. */
export function reachable(graph: Graph, allowed: (edge: number) => boolean): Set<number> {
  const out = outgoing(graph)
  const found = new Set(graph.initials)
  for (const node of found) {
    for (const index of out[node] ?? []) {
      const edge = graph.edges[index]
      if (edge && allowed(index)) found.add(edge.to)
    }
  }
  return found
}

/** @throws {PlanError} `bad-graph` for the first edge or initial node that is not in the graph */
export function checkGraph({ nodes, edges, initials }: Graph): void {
  const known = (node: number) => Number.isInteger(node) && node >= 0 && node < nodes
  const range = `the nodes are numbered 0 to ${nodes - 1}`
  for (const [index, { from, to }] of edges.entries()) {
    if (!known(from) || !known(to)) {
      throw new PlanError('bad-graph', `Edge ${index} leads from ${from} to ${to}, but ${range}.`)
    }
  }
  for (const initial of initials) {
    if (!known(initial)) throw new PlanError('bad-graph', `Initial node ${initial} does not exist: ${range}.`)
  }
}

/** The most obligations that are planned: more take minutes and gigabytes, and would never be walked. */
const MOST_OBLIGATIONS = 200_000

/** @throws {PlanError} `too-large`, saying how many obligations there are */
export function checkSize(graph: Graph, coverage: Coverage): void {
  const leaving = outgoing(graph).map(({ length }) => length)
  const pairs = coverage === 'transition-pairs' ? graph.edges.map(({ to }) => leaving[to] ?? 0) : []
  const all = pairs.reduce((sum, one) => sum + one, graph.edges.length)
  if (all <= MOST_OBLIGATIONS) return
  throw new PlanError(
    'too-large',
    `There are ${all} ${pairs.length > 0 ? 'transitions and pairs of them' : 'transitions'} in the ${graph.nodes} states that can be reached, and at most ${MOST_OBLIGATIONS} can be planned. Plan fewer states ("until", "filter" or "maxStates"), or a lesser depth.`,
  )
}
