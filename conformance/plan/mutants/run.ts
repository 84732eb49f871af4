import type { Table } from './table.ts'

/** What an observer sees who does the same with the machine and the mutant. */
type Seen = 'same' | 'different' | 'undefined'

interface Both {
  seen: Seen
  state: string
  mutant: string
}

/** What is not defined in the mutant's state proves nothing, unless it can be seen that it cannot be done. */
function sendBoth(table: Table, mutant: Table, state: string, at: string, event: string): Both | undefined {
  const right = table.rows.get(state)?.get(event)
  if (!right) return undefined
  const other = mutant.rows.get(at)?.get(event)
  if (!other) {
    const seen = table.absences.has(event) ? 'different' : 'undefined'
    return { seen, state: right.to, mutant: at }
  }
  const isSame = right.shows === other.shows && table.looks.get(right.to) === mutant.looks.get(other.to)
  return { seen: isSame ? 'same' : 'different', state: right.to, mutant: other.to }
}

export interface EventPath {
  given: string
  events: readonly string[]
}

/** The place in a path at which it shows that this is not the machine; -1 where it does not. */
export function placeFound(table: Table, mutant: Table, { given, events }: EventPath): number {
  let state = table.starts.get(given) ?? ''
  let at = state
  for (const [place, event] of events.entries()) {
    const both = sendBoth(table, mutant, state, at, event)
    if (!both || both.seen === 'undefined') return -1
    if (both.seen === 'different') return place
    state = both.state
    at = both.mutant
  }
  return -1
}

/** Whether one of the paths shows that this is not the machine. */
export const isFound = (table: Table, mutant: Table, paths: readonly EventPath[]): boolean =>
  paths.some((path) => placeFound(table, mutant, path) >= 0)

/** Whether anything that can be done shows that this is not the machine: every pair of states that can be reached side by side. */
export function isDifferent(table: Table, mutant: Table): boolean {
  const pairs = new Map(
    [...table.starts.values()].map((start) => [`${start}|${start}`, [start, start] as const]),
  )
  for (const [state, at] of pairs.values())
    for (const event of table.rows.get(state)?.keys() ?? []) {
      const both = sendBoth(table, mutant, state, at, event)
      if (both?.seen === 'different') return true
      if (both?.seen === 'same') pairs.set(`${both.state}|${both.mutant}`, [both.state, both.mutant])
    }
  return false
}
