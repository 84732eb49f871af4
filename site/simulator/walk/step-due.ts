import type { Flow } from '../../../machines/model/flow.ts'
import type { StepId } from '../../../machines/model/origin.ts'
import { type Moment, send } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'

/** The documented step that the next thing to do belongs to; `undefined` where the documentation leads on without one. */
export function stepNext(flow: Flow, moments: readonly Moment[], at: number): StepId | undefined {
  const [next] = splitChoices(flow, moments, at).documented
  return next && 'step' in next.meta ? next.meta.step : undefined
}

/**
 * The documented step that comes next at a moment; `undefined` where none does. A step that is done is not due again, though
 * the walk may have to pass it another time, after a refusal for example: the mark never goes back, and waits at the first
 * step that is left.
 */
export function stepDue(
  flow: Flow,
  moments: readonly Moment[],
  at: number,
  done: readonly StepId[],
): StepId | undefined {
  const passed = new Set<string>()
  const way = moments.slice(0, at + 1)
  for (let here = way.at(-1); here && !passed.has(here.state); here = way.at(-1)) {
    passed.add(here.state)
    const [next] = splitChoices(flow, way, way.length - 1).documented.flatMap(({ event, meta }) =>
      'step' in meta ? { event, step: meta.step } : [],
    )
    if (next && !done.includes(next.step)) return next.step
    const moment = next && send(flow, here, next.event)
    if (!moment) return undefined
    way.push(moment)
  }
  return undefined
}
