import { begin, type Moment, momentKey } from '../../machines/model/walk.ts'
import { overrideOf } from '../targets/overrides.ts'
import { explainTurn, type Known, type Taken } from './explain-turn.ts'
import { screenCost } from './resemblance.ts'
import type { PageSeen, Turn } from './seen.ts'

/** Something pressed that the documentation does not have, and where. */
export interface Besides {
  page: PageSeen
  pressed: string
  /** The screen that the flow was at. */
  screen: string
}

/** One way to understand a walk. */
export interface Understanding {
  given: string
  moment: Moment
  taken: readonly Taken[]
  besides: readonly Besides[]
  cost: number
}

/** Ways that are followed at once. */
const MOST = 40

/** What it costs that a turn is none of the documentation's. */
const BESIDES = { pressed: 1.5, inMail: 3, typed: 2.5, opened: 0.2 }
/** What it costs twice that something is done where a mail is open, or nothing. */
const ELSEWHERE = 1
/** A later given is less usual. */
const LATER_GIVEN = 0.05

/**
 * The likeliest way to understand a walk as one of the model: which transitions it took, and what is called otherwise. A name that is
 * not the documented one, a screen that is not there, something pressed besides: each costs, and the cheapest way is taken.
 * @param givens which may have been true at the beginning
 */
export function understand(known: Known, givens: readonly string[], turns: readonly Turn[]): Understanding {
  let ways = givens.map(
    (given, n): Understanding => ({
      ...{ given, moment: begin(known.flow, given), taken: [], besides: [] },
      cost: LATER_GIVEN * n,
    }),
  )
  for (const turn of turns) {
    const next = ways.flatMap((way) => [besides(known, way, turn), ...further(known, way, turn)])
    ways = best(next)
  }
  const [likeliest] = ways
  if (!likeliest) throw new Error(`The flow ${known.flow.id} has no given to begin with.`)
  return likeliest
}

const further = (known: Known, way: Understanding, turn: Turn): Understanding[] =>
  explainTurn(known, way.moment, turn).map(({ to, taken, cost }) => ({
    ...way,
    moment: to,
    taken: [...way.taken, ...taken],
    cost: way.cost + cost,
  }))

/** The turn has changed nothing that the documentation knows. */
function besides(
  { pack, flow, overrides }: Known,
  way: Understanding,
  { before, typed, pressed, after }: Turn,
) {
  const { screen: id } = way.moment
  const screen = pack.screens[id]
  // Where a mail or nothing is open, any page may be, and little is done on it.
  const looks =
    screen && (screen.kind ?? 'page') === 'page'
      ? screenCost(screen, after, overrideOf(overrides, id, { flow: flow.id }))
      : ELSEWHERE
  return {
    ...way,
    besides: [
      ...way.besides,
      ...(before && pressed ? [{ page: before, pressed: pressed.name, screen: id }] : []),
    ],
    cost:
      way.cost +
      (before
        ? (pressed ? (before.mail === undefined ? BESIDES.pressed : BESIDES.inMail) : 0) +
          BESIDES.typed * typed.length
        : BESIDES.opened) +
      (before || looks !== ELSEWHERE ? looks / 2 : 0),
  }
}

/** The cheapest way to each moment, the cheapest of all first. */
function best(ways: readonly Understanding[]): Understanding[] {
  const byMoment = new Map<string, Understanding>()
  for (const way of ways.toSorted((a, b) => a.cost - b.cost)) {
    const key = `${way.given} ${momentKey(way.moment)}`
    if (!byMoment.has(key)) byMoment.set(key, way)
  }
  return [...byMoment.values()].slice(0, MOST)
}
