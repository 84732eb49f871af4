import type { Behaviour } from './behaviour.ts'
import { type Fault, SEEN, stepBoth, UNDEFINED } from './fault.ts'

/** Situations that the search for one suffix may look at; what it has found by then is taken. */
const MOST_SITUATIONS = 4_000

interface Situation {
  node: number
  /** The current node of each faulty graph that is not told apart yet. */
  alive: readonly { fault: Fault; at: number }[]
  found: number
  steps: number
  via?: { edge: number; before: Situation }
}

/**
 * What must be walked right after `prefix`, so that every one of the faults shows: often one sequence, sometimes several, each for
 * some of them. An empty answer says that the prefix shows them all, or that nothing shows the rest.
 */
export function suffixesAfter(
  behaviour: Behaviour,
  prefix: readonly number[],
  faults: readonly Fault[],
): number[][] {
  const start = behaviour.edges[prefix[0] ?? -1]?.from ?? -1
  let open = faults.flatMap((fault) => {
    let at = start
    for (const edge of prefix) if (at >= 0) at = stepBoth(behaviour, fault, at, edge)
    return at >= 0 ? [{ fault, at }] : []
  })
  const node = behaviour.edges[prefix.at(-1) ?? -1]?.to ?? -1
  const suffixes: number[][] = []
  while (open.length > 0) {
    const best = search(behaviour, node, open)
    if (!best.via) break
    const way: number[] = []
    for (let one = best; one.via; one = one.via.before) way.push(one.via.edge)
    const suffix = way.reverse()
    suffixes.push(suffix)
    open = open.filter(({ fault, at }) => {
      let now = at
      for (const edge of suffix) if (now >= 0) now = stepBoth(behaviour, fault, now, edge)
      return now !== SEEN
    })
  }
  return suffixes
}

/** The shortest sequence that shows all; where none is near, the one that shows most for its length. */
function search(behaviour: Behaviour, node: number, alive: Situation['alive']): Situation {
  const { edges, out } = behaviour
  const begin: Situation = { node, alive, found: 0, steps: 0 }
  const queue = [begin]
  const known = new Set<string>()
  let best = begin
  for (const situation of queue) {
    for (const edge of out[situation.node] ?? []) {
      const next = edges[edge]?.to ?? -1
      let found = situation.found
      const left: { fault: Fault; at: number }[] = []
      for (const { fault, at } of situation.alive) {
        const now = stepBoth(behaviour, fault, at, edge)
        if (now === SEEN) found++
        else if (now !== UNDEFINED && now !== next) left.push({ fault, at: now })
      }
      const steps = situation.steps + 1
      const reached: Situation = { node: next, alive: left, found, steps, via: { edge, before: situation } }
      if (found === alive.length) return reached
      if (found > best.found) best = reached
      if (left.length === 0) continue
      const key = `${next} ${found} ${left.map(({ at }) => at).join()}`
      if (known.has(key)) continue
      known.add(key)
      queue.push(reached)
      if (known.size >= MOST_SITUATIONS) return best
    }
  }
  return best
}
