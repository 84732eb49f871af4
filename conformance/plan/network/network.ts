/** A place in the network that is solved. The solver's notes are kept on it, so that its loops stay simple and fast. */
export class Node {
  readonly out: Arc[] = []
  readonly in: Arc[] = []
  /** The state of the planned graph in which a path that begins here begins; -1 where none does. */
  readonly state: number
  /** What flows in, less what flows out. */
  excess = 0
  /** Price of the node in the dual problem; see {@link reduced}. */
  potential = 0
  /** Cost of the cheapest way here in the search that ran last, and the arc by which it came. */
  distance = Number.POSITIVE_INFINITY
  via: Arc | undefined

  constructor(state = -1) {
    this.state = state
  }
}

/** A way from node to node. Costs are not negative; any number may travel it, but never less than `least`. */
export interface Arc {
  readonly from: Node
  readonly to: Node
  readonly cost: number
  /** Whether a plan has to travel it. */
  readonly obligation: boolean
  /** How often it must be travelled: for an obligation, and as a link to what would lie apart. */
  least: number
  /** How often the plan travels it. */
  flow: number
  /** The edge of the planned graph that is walked along it; -1 where nothing is done. */
  readonly edge: number
}

/** What a coverage asks for: its obligations as arcs, the nodes where a path may begin, those where it may stop. */
export interface Cover {
  nodes: Node[]
  arcs: Arc[]
  starts: Node[]
  ends: Node[]
}

/** A cover closed by resets: a plan is one closed walk through `root`. */
export interface Network {
  nodes: Node[]
  /** The arcs of the cover, without those of the resets. */
  inner: Arc[]
  root: Node
  /** The arc that every path travels first; it carries the cost of a reset, its flow is the number of paths. */
  gate: Arc
}

/** Cost of sending one more along the arc, judged by the prices at its ends; never negative in an optimal plan. */
export const reduced = (arc: Arc): number => arc.cost + arc.from.potential - arc.to.potential

/** Links two nodes by a new arc. */
export function link(from: Node, to: Node, cost: number, obligation = false, edge = -1): Arc {
  const arc = { from, to, cost, obligation, least: obligation ? 1 : 0, flow: 0, edge }
  from.out.push(arc)
  to.in.push(arc)
  return arc
}

/**
 * Adds the resets: root → gate (`resetCost`) → one door for each connected part of the cover → its starts, and from
 * every end back to the root. A part with an obligation can only be entered by a reset, so its door must be used; given
 * that, a circulation in which every arc is an obligation is always connected.
 */
export function withResets({ nodes, arcs, starts, ends }: Cover, resetCost: number): Network {
  const root = new Node()
  const gate = new Node()
  const overrideOf = parts(arcs)
  const wanted = new Set(arcs.filter((arc) => arc.obligation).map((arc) => overrideOf(arc.from)))
  const toGate = link(root, gate, resetCost)
  const doors = new Map<Node, Node>()
  for (const start of starts) {
    const part = overrideOf(start)
    let door = doors.get(part)
    if (!door) {
      door = new Node()
      doors.set(part, door)
      link(gate, door, 0).least = wanted.has(part) ? 1 : 0
    }
    link(door, start, 0)
  }
  for (const end of ends) link(end, root, 0)
  return { nodes: [...nodes, root, gate, ...doors.values()], inner: arcs, root, gate: toGate }
}

/** Names the part to which a node belongs when it is asked which nodes these arcs link, whichever way they point. */
export function parts(arcs: Iterable<Arc>): (node: Node) => Node {
  const parents = new Map<Node, Node>()
  const overrideOf = (node: Node): Node => {
    let top = node
    for (let up = parents.get(top); up; up = parents.get(top)) top = up
    for (let at = node; at !== top; ) {
      const up = parents.get(at) ?? top
      parents.set(at, top)
      at = up
    }
    return top
  }
  for (const { from, to } of arcs) {
    const a = overrideOf(from)
    const b = overrideOf(to)
    if (a !== b) parents.set(b, a)
  }
  return overrideOf
}
