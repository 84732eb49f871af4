import type { Behaviour } from './behaviour.ts'
import type { Fault } from './fault.ts'
import { occurrences, placeFound } from './find.ts'

/**
 * Takes off the end of each path what nothing needs: every fault that some path shows is still shown, and every wanted edge still walked.
 * The dearest ends go first; a path of which nothing is left is dropped.
 */
export function trim(
  behaviour: Behaviour,
  paths: readonly number[][],
  faults: readonly Fault[],
  wanted: ReadonlySet<number>,
): number[][] {
  const rest = paths.map((path) => [...path])
  const where = occurrences(rest)
  const proofs: { route: number; place: number }[][] = faults.map((fault) =>
    (where.get(fault.edge) ?? []).flatMap(({ route, first }) => {
      const place = placeFound(behaviour, fault, rest[route] ?? [], first)
      return place < 0 ? [] : [{ route, place }]
    }),
  )
  const walked = [...where]
    .flatMap(([edge, own]) => (wanted.has(edge) ? [own] : []))
    .map((own) => own.map(({ route, first }) => ({ route, place: first })))
  const open = [...proofs, ...walked]
  const holds = ({ route, place }: { route: number; place: number }) => place < (rest[route]?.length ?? 0)
  const neededOf = (route: number) => {
    let needed = 0
    for (const own of open) {
      let mine = -1
      let others = false
      for (const one of own)
        if (holds(one)) {
          if (one.route === route) mine = one.place
          else others = true
        }
      if (mine >= 0 && !others) needed = Math.max(needed, mine + 1)
    }
    return needed
  }
  for (;;) {
    let best = { route: -1, saved: 0, needed: 0 }
    for (const [route, path] of rest.entries()) {
      const needed = neededOf(route)
      if (path.length - needed > best.saved) best = { route, saved: path.length - needed, needed }
    }
    if (best.route < 0) return rest.filter((path) => path.length > 0)
    rest[best.route]?.splice(best.needed)
  }
}
