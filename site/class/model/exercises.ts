import { edgesOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { begin, type Reached, reach, walkFrom } from '../../../machines/model/walk.ts'
import { type ClassPlace, happenedAt } from './place.ts'
import { seenFrom } from './standing.ts'

/** A task that the model grades. Data only: a trainer can edit the list that comes along. */
export interface Exercise {
  /** Unique in a class. */
  id: string
  title: string
  flow: string
  given: string
  /** The person must reach a goal of the flow. */
  goal: boolean
  /** Events that must happen on the way, in any order. */
  see: readonly string[]
  /** Events that must not happen. */
  avoid: readonly string[]
  /** How many wrong turns are allowed; absent: any number. */
  mostWrong?: number
  /** How many hints may be taken. */
  hints: number
  /** Time for it; absent: none. */
  minutes?: number
}

/** What is known of a walk, measured against an exercise. */
export interface Grade {
  /** Which of `see` have happened, in its order. */
  seen: readonly boolean[]
  goal: boolean
  /** Something happened that is not allowed: the exercise has to be begun again. */
  broke: boolean
  done: boolean
}

const SECONDS_PER_EVENT = 40

const minutesFor = (events: number) => Math.max(3, Math.ceil((events * SECONDS_PER_EVENT) / 60) + 1)

/** The shortest way from one moment to a goal, over nothing that is refused. */
const toGoal = (flow: Flow, from: Reached): Reached | undefined =>
  reach(flow, from.moment, ({ meta }) => !meta.refused).find(({ moment }) => moment.goal)

/**
 * Exercises of a flow, from one of its givens, the first one by default: reach its goal; reach it without a wrong turn; and, for each turn that no documented step asks for,
 * take it and reach the goal all the same.
 */
export function exercisesOf(flow: Flow, given = firstGivenOf(flow)): Exercise[] {
  const start: Reached = { moment: begin(flow, given), events: [] }
  const way = toGoal(flow, start)
  if (!way) return []
  const base = { flow: flow.id, given, goal: true, avoid: [] }
  const hints = way.events.length
  const plain: Exercise[] = [
    { ...base, id: `${flow.id}:goal`, title: flow.title, see: [], hints, minutes: minutesFor(hints) },
    {
      ...base,
      id: `${flow.id}:clean`,
      title: `${flow.title}, without a wrong turn`,
      ...{ see: [], hints: 0, mostWrong: 0, minutes: minutesFor(hints) },
    },
  ]
  const all = [...plain, ...detoursOf(flow, start, way, base)]
  return given === firstGivenOf(flow) ? all : all.map((one) => ofGiven(flow, one))
}

const firstGivenOf = ({ givens }: Flow) => Object.keys(givens)[0] ?? ''

/** Told apart from the same exercise with the first given. */
const ofGiven = ({ givens }: Flow, { id, title, ...exercise }: Exercise): Exercise => ({
  ...exercise,
  id: id.replace(':', `/${exercise.given}:`),
  title: `${title} (${givens[exercise.given]})`,
})

/** One exercise for each event off the documented path after which the goal can still be reached. */
function detoursOf(
  flow: Flow,
  start: Reached,
  way: Reached,
  base: Omit<Exercise, 'id' | 'title' | 'see' | 'hints'>,
) {
  const reached = reach(flow, start.moment)
  const detours = eventsWithoutStep(flow).filter((event) => !way.events.includes(event))
  return detours.flatMap((event): Exercise[] => {
    for (const before of reached) {
      const [, after] = walkFrom(flow, before.moment, [event])
      const rest = after && toGoal(flow, { moment: after, events: [] })
      if (!rest) continue
      const length = before.events.length + 1 + rest.events.length
      const label = flow.events[event]?.label ?? event
      const title = rest.events.length === 0 ? label : `${label}, and reach the goal all the same`
      return [
        {
          ...base,
          id: `${flow.id}:${event}`,
          title,
          see: [event],
          hints: length,
          minutes: minutesFor(length),
        },
      ]
    }
    return []
  })
}

/** Events that no documented step asks for anywhere. */
function eventsWithoutStep(flow: Flow): string[] {
  const asked = new Set(
    edgesOf(flow).flatMap(({ event, meta }) => (!meta.refused && 'step' in meta ? event : [])),
  )
  return [...new Set(edgesOf(flow).map(({ event }) => event))].filter((event) => !asked.has(event))
}

/** Every exercise of a pack, in the order of its flows; those of a class's own given too. */
export const exercisesOfPack = ({ flows }: Pack, own: { flow: string; given: string }): Exercise[] =>
  flows.flatMap((flow) => {
    const usual = exercisesOf(flow)
    const isOther = flow.id === own.flow && own.given !== firstGivenOf(flow)
    return isOther ? [...exercisesOf(flow, own.given), ...usual] : usual
  })

/**
 * Measures a walk against an exercise.
 * @param place what has happened since the given
 * @param wrong wrong turns since the exercise was begun
 * @param before of the same work: where the walk was not seen from its beginning, what was seen until then stays
 */
export function gradeOf(
  flow: Flow,
  exercise: Exercise,
  place: ClassPlace,
  wrong: number,
  before?: Grade,
): Grade {
  if (flow.id !== exercise.flow || place.given !== exercise.given)
    return { seen: exercise.see.map(() => false), goal: false, broke: false, done: false }
  const way = happenedAt(place)
  const from = seenFrom(place)
  const moments = walkFrom(flow, begin(flow, place.given), way)
  const events = way.slice(from)
  const isKept = (n: number) => from > 0 && before?.seen[n] === true
  const seen = exercise.see.map((event, n) => events.includes(event) || isKept(n))
  const lastSeen = from + Math.max(0, ...exercise.see.map((event) => events.indexOf(event) + 1))
  const goal = !exercise.goal || moments.slice(lastSeen).some((moment) => moment.goal)
  const broke =
    events.some((event) => exercise.avoid.includes(event)) ||
    (exercise.mostWrong !== undefined && wrong > exercise.mostWrong)
  return { seen, goal, broke, done: goal && !broke && seen.every(Boolean) }
}
