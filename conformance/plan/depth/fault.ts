import type { Behaviour } from './behaviour.ts'

/**
 * A fault in one transition. Without `hidden` the edge leads to `to` instead of where it should. With `hidden` it leads to a
 * state that the graph does not have and that looks and behaves like the one where it should lead, except that there the edge
 * `changed` leads to `to`.
 */
export interface Fault {
  /** Number of the edge that leads to the wrong state, or to the hidden one. */
  edge: number
  /** Node that is wrongly reached, or {@link ELSEWHERE}. */
  to: number
  /** How many nodes it represents. */
  counts: number
  hidden?: {
    /** Number of the edge that is otherwise in the hidden state. */
    changed: number
    /** Whether an edge that leads back to the same node stays in the hidden state, or leaves it. */
    stays: boolean
  }
}

/**
 * All nodes that look different from the right one: it makes no difference which of them is reached, because it shows
 * immediately.
 */
export const ELSEWHERE = -1

/** What a run of the graph and the faulty one side by side has come to. */
export const SEEN = -1
/** The faulty one was sent an event that is not defined where it is: nothing can be said of it from there on. */
export const UNDEFINED = -2

/**
 * Takes one step in both graphs: the right one walks `edge`, and the faulty one, at `at`, gets the same event.
 * @returns where the faulty one is then (`behaviour.nodes` is the hidden state), {@link SEEN} or {@link UNDEFINED}
 */
export function stepBoth(
  behaviour: Behaviour,
  { edge: bad, to, hidden }: Fault,
  at: number,
  edge: number,
): number {
  const { edges, looks, nodes } = behaviour
  const expected = edges[edge]
  if (!expected) return UNDEFINED
  const like = at === nodes ? (edges[bad]?.to ?? at) : at
  const index = behaviour.at(like, expected.event)
  const answer = edges[index]
  if (!answer) return behaviour.showsAbsence(expected.event) ? SEEN : UNDEFINED
  if (answer.seen !== expected.seen) return SEEN
  let next = answer.to
  if (!hidden) next = index === bad ? to : next
  else if (at === nodes) {
    if (index === hidden.changed) next = to
    else if (next === like && hidden.stays) next = nodes
  } else if (index === bad) next = nodes
  const look = next === nodes ? looks[edges[bad]?.to ?? -1] : looks[next]
  return look !== undefined && look === looks[expected.to] ? next : SEEN
}

/** Every edge that may be walked, with every node that it may wrongly lead to. */
export function* wrongTargets(behaviour: Behaviour): Generator<Fault> {
  const others = otherTargets(behaviour, 0)
  for (const edge of behaviour.out.flat()) for (const wrong of others(edge)) yield { edge, ...wrong }
}

/**
 * Every state that looks and behaves like one of the graph but for one edge, which leads elsewhere or answers otherwise, entered by one
 * edge; each in two kinds: it is left
 * by what changes nothing, or it is not.
 */
export function* hiddenStates(behaviour: Behaviour): Generator<Fault> {
  const { edges, out } = behaviour
  const others = otherTargets(behaviour, 1)
  for (const edge of out.flat()) {
    const like = edges[edge]?.to ?? -1
    const ways = out[like] ?? []
    const kinds = ways.some((way) => edges[way]?.to === like) ? [true, false] : [false]
    for (const changed of ways)
      for (const wrong of others(changed))
        for (const stays of kinds) yield { edge, ...wrong, hidden: { changed, stays } }
  }
}

/**
 * Where an edge may wrongly lead: each node that looks like the right one, and {@link ELSEWHERE} for all others.
 *
 * @param answers how many ways there are to answer otherwise, which shows at once too
 */
function otherTargets({ edges, looks, nodes }: Behaviour, answers: 0 | 1) {
  const alike = Map.groupBy(looks.keys(), (node) => looks[node])
  return (edge: number): Pick<Fault, 'to' | 'counts'>[] => {
    const right = edges[edge]?.to ?? -1
    const same = alike.get(looks[right]) ?? []
    const different = nodes - same.length + answers
    return [
      ...(different > 0 ? [{ to: ELSEWHERE, counts: different }] : []),
      ...same.flatMap((to) => (to === right ? [] : [{ to, counts: 1 }])),
    ]
  }
}
