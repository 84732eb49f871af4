import { stateMetaOf } from './edges.ts'
import type { Flow } from './flow.ts'
import { begin, choicesAt, type Moment, momentKey, send } from './walk.ts'

/** Two states that no sequence of observations tells apart. */
export type Pair = readonly [string, string]

/** A moment, and what has been typed into its form: a person sees both. */
interface Situation {
  key: string
  moment: Moment
  typed: Readonly<Record<string, string>>
}

/** An event's outcome: what is seen of it, and the number of the situation that it leads to. */
interface EventEffect {
  seen: string
  to: number
}

/**
 * The pairs of states that no action of a person can tell apart: they look the same, and every event that the model
 * knows in both has the same outcome, at any depth. A fault that confuses two such states would never be found.
 */
export function indistinguishable(flow: Flow): Pair[] {
  const situations = situationsOf(flow)
  const looks = situations.map((situation) => lookOf(flow, situation))
  const outcomes = outcomesOf(flow, situations)
  const apart = situations.map((_, a) => situations.map((_, b) => looks[a] !== looks[b]))
  const tells = (a: number, b: number) =>
    [...(outcomes[a] ?? [])].some(([event, one]) => {
      const other = outcomes[b]?.get(event)
      // Whether a mail is there is seen in the mailbox.
      if (!other) return flow.events[event]?.at === 'mail'
      return one.seen !== other.seen || apart[one.to]?.[other.to] === true
    })
  for (let changed = true; changed; ) {
    changed = false
    for (const [a, row] of apart.entries())
      for (const [b, known] of row.entries()) {
        if (known || a === b || !(tells(a, b) || tells(b, a))) continue
        row[b] = true
        changed = true
      }
  }
  return alike(situations, apart)
}

/** The pairs of {@link indistinguishable} that the flow does not mark with a reason, and the marks that nothing needs. */
export function unmarked(flow: Flow): { missing: Pair[]; stale: Pair[] } {
  const found = indistinguishable(flow)
  const marked = (flow.alike ?? []).flatMap(({ states }) => pairsOf([...states]))
  const isIn = (pairs: Pair[], pair: Pair) => pairs.some((one) => one.join() === pair.join())
  return {
    missing: found.filter((pair) => !isIn(marked, pair)),
    stale: marked.filter((pair) => !isIn(found, pair)),
  }
}

const pairsOf = (states: string[]): Pair[] =>
  states.flatMap((a, n) => states.slice(n + 1).map((b) => [a, b].toSorted() as unknown as Pair))

/** Two states are alike only if no situation in one of them can be told apart from any situation in the other. */
function alike(situations: Situation[], apart: boolean[][]): Pair[] {
  const states = [...new Set(situations.map(({ moment }) => moment.state))]
  const numbersOf = (state: string) =>
    situations.flatMap(({ moment }, n) => (moment.state === state ? [n] : []))
  return pairsOf(states)
    .filter(([one, other]) => numbersOf(one).some((a) => numbersOf(other).some((b) => !apart[a]?.[b])))
    .toSorted()
}

/** What is seen without doing anything. */
function lookOf(flow: Flow, { moment, typed }: Situation): string {
  const { of, lists, hides } = stateMetaOf(flow, moment.state)
  return JSON.stringify([moment.screen, moment.signedIn, of, lists, hides, Object.entries(typed).toSorted()])
}

const situation = (moment: Moment, typed: Situation['typed']): Situation => ({
  moment,
  typed,
  key: `${momentKey(moment)} ${JSON.stringify(Object.entries(typed).toSorted())}`,
})

/** Where an event leads, and what the form holds then: what was typed stays until the form is accepted. */
function next(flow: Flow, { moment, typed }: Situation, event: string): Situation | undefined {
  const after = send(flow, moment, event)
  const spec = flow.events[event]
  if (!after || !spec) return undefined
  if (spec.fill && !spec.press) return situation(after, { ...typed, ...spec.fill })
  const stays = after.state === moment.state || spec.wait !== undefined
  return situation(after, stays ? typed : {})
}

function situationsOf(flow: Flow): Situation[] {
  const found = new Map<string, Situation>()
  for (const given of Object.keys(flow.givens)) {
    const start = situation(begin(flow, given), {})
    found.set(start.key, start)
  }
  for (const one of found.values())
    for (const { event } of choicesAt(flow, one.moment)) {
      const after = next(flow, one, event)
      if (after && !found.has(after.key)) found.set(after.key, after)
    }
  return [...found.values()]
}

function outcomesOf(flow: Flow, situations: Situation[]): Map<string, EventEffect>[] {
  const numbers = new Map(situations.map(({ key }, n) => [key, n]))
  return situations.map(
    (one) =>
      new Map(
        choicesAt(flow, one.moment).map(({ event, meta }) => {
          const after = next(flow, one, event)
          const seen = JSON.stringify([meta.shows, meta.refused])
          return [event, { seen, to: numbers.get(after?.key ?? '') ?? -1 }]
        }),
      ),
  )
}
