import type { Flow } from '../../../machines/flow.ts'
import type { Edge } from '../../../machines/trace.ts'
import { choicesAt, type Moment } from '../../../machines/walk.ts'

/** What a person can do at a moment: what the documentation asks for, and what else could happen. */
export interface Choices {
  documented: Edge[]
  others: Edge[]
}

const isDocumented = ({ meta }: Edge) => !meta.refused && ('step' in meta || 'sentence' in meta)

/**
 * Splits the choices of a moment. Where the documentation is silent, or its steps from here were all taken, the first way on
 * that was not taken yet stands in for it.
 * @param taken ids of the transitions taken so far
 */
export function splitChoices(flow: Flow, moment: Moment, taken: ReadonlySet<string> = new Set()): Choices {
  const choices = choicesAt(flow, moment)
  const onward = choices.filter(({ meta, source, target }) => !meta.refused && source !== target)
  const steps = choices.filter(({ meta }) => !meta.refused && 'step' in meta)
  const documented = steps.length > 0 ? steps : choices.filter(isDocumented)
  const fresh = documented.filter(({ id }) => !taken.has(id))
  const next = onward.filter(({ id }) => !taken.has(id)).slice(0, 1)
  const first = [fresh, next, documented, onward.slice(0, 1)].find(({ length }) => length > 0) ?? []
  return { documented: first, others: choices.filter((edge) => !first.includes(edge)) }
}

/** The transitions up to a moment. */
export const takenAt = (moments: Moment[], at: number): Set<string> =>
  new Set(moments.slice(1, at + 1).flatMap(({ edge }) => edge?.id ?? []))

/** In words, why a transition is in the model. */
export function originInWords(flow: Flow, { meta }: Edge): string {
  if ('step' in meta) return `Step ${meta.step.slice(meta.step.lastIndexOf('.') + 1)}`
  if ('sentence' in meta) return flow.sentences[meta.sentence] ?? meta.sentence
  if ('standard' in meta) return meta.standard
  return `Not documented: ${meta.inferred}`
}
