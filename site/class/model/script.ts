import type { Flow } from '../../../machines/model/flow.ts'
import { edgeAt, walk } from '../../../machines/model/walk.ts'
import { documentedWay } from '../../simulator/walk/documented-way.ts'
import type { Script } from './events.ts'
import { type ClassPlace, happenedAt } from './place.ts'

/** The documented way through a flow, with its steps as notes: a demonstration that every flow comes with. */
export const scriptOf = (flow: Flow, given: string): Script => ({
  title: flow.title,
  flow: flow.id,
  given,
  steps: documentedWay(flow, given).map(({ event, meta }) => ({
    event,
    note: noteOf(flow, meta) || (flow.events[event]?.label ?? ''),
  })),
  opening: `${flow.title}: ${flow.givens[given] ?? given}.`,
})

function noteOf(flow: Flow, meta: object): string {
  const step = 'step' in meta ? String(meta.step) : undefined
  if (step !== undefined) return flow.steps[Number(step.slice(step.lastIndexOf('.') + 1))] ?? ''
  if ('sentence' in meta) return flow.sentences[String(meta.sentence)] ?? ''
  return ''
}

/** The steps with their index. */
export const numbered = ({ steps }: Script) => steps.map((step, n) => ({ ...step, n }))

/** The place after the first `at` steps of a script. */
export function placeIn({ flow, given, steps }: Script, at: number): ClassPlace {
  const walk = steps.slice(0, at).map(({ event }) => event)
  return { flow, given, walk, at: walk.length }
}

/** How far a place has come along a script: the length of what both have in common; 0 in another flow. */
export function indexIn({ flow, given, steps }: Script, place: ClassPlace): number {
  if (place.flow !== flow || place.given !== given) return 0
  const events = happenedAt(place)
  const differs = events.findIndex((event, n) => steps[n]?.event !== event)
  return differs < 0 ? events.length : differs
}

/** Whether a place is none of a script’s moments: the trainer has left the demonstration. */
export const isOff = (script: Script, place: ClassPlace): boolean =>
  place.flow !== script.flow ||
  place.given !== script.given ||
  indexIn(script, place) < happenedAt(place).length

/** A walk as a script, so that what was shown once can be edited and shown again. */
export function recorded(flow: Flow, place: ClassPlace, notes: Script): Script {
  const events = happenedAt(place)
  const moments = walk(flow, place.given, events)
  return {
    ...{ title: flow.title, flow: flow.id, given: place.given },
    steps: events.map((event, n) => {
      const known = notes.flow === flow.id ? notes.steps[n] : undefined
      const moment = moments[n]
      const edge = moment && edgeAt(flow, moment, event)
      const note = known?.event === event ? known.note : edge ? noteOf(flow, edge.meta) : ''
      return { event, note: note || (flow.events[event]?.label ?? event) }
    }),
  }
}

/** Whether something that was read from a file or a link has the shape of a script. */
export function isScript(value: unknown): value is Script {
  const { title, flow, given, steps, opening } = (value ?? {}) as Partial<Record<keyof Script, unknown>>
  const isStep = (step: unknown) => {
    const { event, note } = (step ?? {}) as Partial<Record<'event' | 'note', unknown>>
    return typeof event === 'string' && typeof note === 'string'
  }
  return (
    [title, flow, given, opening ?? ''].every((text) => typeof text === 'string') &&
    Array.isArray(steps) &&
    steps.every(isStep)
  )
}

/**
 * What is wrong with a script, in one sentence; undefined where nothing is.
 * @param flows of the class's pack
 */
export function problemOfScript(flows: readonly Flow[], script: Script): string | undefined {
  const flow = flows.find(({ id }) => id === script.flow)
  if (!flow) return `There is no flow "${script.flow}": use one of ${flows.map(({ id }) => id).join(', ')}.`
  if (!(script.given in flow.givens))
    return `${script.flow} has no given "${script.given}": use one of ${Object.keys(flow.givens).join(', ')}.`
  const taken =
    walk(
      flow,
      script.given,
      script.steps.map(({ event }) => event),
    ).length - 1
  const stuck = script.steps[taken]
  return stuck
    ? `Step ${taken + 1} of the demonstration, "${stuck.event}", is not possible at that point.`
    : undefined
}
