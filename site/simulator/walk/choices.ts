import type { Flow } from '../../../machines/flow.ts'
import type { Edge } from '../../../machines/trace.ts'
import { choicesAt, type Moment } from '../../../machines/walk.ts'

/** What a person can do at a moment: what the documentation asks for, and what else could happen. */
export interface Choices {
  documented: Edge[]
  others: Edge[]
}

const isDocumented = ({ meta }: Edge) => !meta.refused && ('step' in meta || 'sentence' in meta)

/** Splits the choices of a moment; where the documentation is silent, the first way on counts as its own. */
export function splitChoices(flow: Flow, moment: Moment): Choices {
  const choices = choicesAt(flow, moment)
  const steps = choices.filter((edge) => !edge.meta.refused && 'step' in edge.meta)
  const documented = steps.length > 0 ? steps : choices.filter(isDocumented)
  const onward =
    documented.length > 0
      ? documented
      : choices.filter(({ meta, source, target }) => !meta.refused && source !== target).slice(0, 1)
  return { documented: onward, others: choices.filter((edge) => !onward.includes(edge)) }
}

/** In words, why a transition is in the model. */
export function originInWords(flow: Flow, { meta }: Edge): string {
  if ('step' in meta) return `Step ${meta.step.slice(meta.step.lastIndexOf('.') + 1)}`
  if ('sentence' in meta) return flow.sentences[meta.sentence] ?? meta.sentence
  if ('standard' in meta) return meta.standard
  return `Not documented: ${meta.inferred}`
}
