import type { Edge } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { choicesAt, type Moment, reach } from '../../../machines/model/walk.ts'

/** What a person can do at a moment: what the documentation asks for, and what else could happen. */
export interface Choices {
  documented: Edge[]
  others: Edge[]
}

const isDocumented = ({ meta }: Edge) => !meta.refused && ('step' in meta || 'sentence' in meta)

/**
 * The moment at which the state of `at` was left the last time before; none if the walk is there for the first time.
 */
function lastVisit(moments: readonly Moment[], at: number): Moment | undefined {
  const state = moments[at]?.state
  let since = at
  while (since > 0 && moments[since - 1]?.state === state) since -= 1
  return moments.slice(0, since).findLast((moment) => moment.state === state)
}

/** Whether the goal is reached, and does not lie ahead again. */
function isOver(flow: Flow, moments: readonly Moment[], at: number): boolean {
  const moment = moments[at]
  if (moment === undefined || moment.goal) return true
  return (
    moments.slice(0, at).some(({ goal }) => goal) && !reach(flow, moment).some(({ moment }) => moment.goal)
  )
}

/**
 * Splits the choices of a moment. First come ways that have opened since the last time one was here, then the documented steps,
 * then documented sentences; where the documentation is silent, the first way on. From the goal, and from where it only lies
 * behind, nothing else leads on: the first way could undo what was reached.
 */
export function splitChoices(flow: Flow, moments: readonly Moment[], at: number): Choices {
  const moment = moments[at]
  if (!moment) return { documented: [], others: [] }
  const choices = choicesAt(flow, moment)
  const before = lastVisit(moments, at)
  const known = before && new Set(choicesAt(flow, before).map(({ id }) => id))
  const onward = choices.filter(({ meta, source, target }) => !meta.refused && source !== target)
  const opened = known ? onward.filter(({ id }) => !known.has(id)) : []
  const steps = choices.filter(({ meta }) => !meta.refused && 'step' in meta)
  const ways = [
    opened,
    steps,
    choices.filter(isDocumented),
    isOver(flow, moments, at) ? [] : onward.slice(0, 1),
  ]
  const documented = ways.find(({ length }) => length > 0) ?? []
  return { documented, others: choices.filter((edge) => !documented.includes(edge)) }
}

/** In words, why a transition is in the model. */
export function originInWords(flow: Flow, { meta }: Edge): string {
  if ('step' in meta) return `Step ${meta.step.slice(meta.step.lastIndexOf('.') + 1)}`
  if ('sentence' in meta) return flow.sentences[meta.sentence] ?? meta.sentence
  if ('standard' in meta) return meta.standard
  return `Not documented: ${meta.inferred}`
}
