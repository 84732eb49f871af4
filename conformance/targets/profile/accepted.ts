import { edgesOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Acceptance } from '../../report/acceptance.ts'
import type { Accept } from './deployment.ts'

/** What a profile accepts, with the transitions that each is about; one that is named itself is not accepted with its step. */
export function acceptancesOf(flows: readonly Flow[], accept: Record<string, Accept>): Acceptance[] {
  const transitions = flows.flatMap((flow) =>
    edgesOf(flow).map(({ id, meta }) => ({
      id: `${flow.id}/${id}`,
      step: 'step' in meta ? meta.step : undefined,
    })),
  )
  const steps = new Set(flows.flatMap(({ id, steps }) => Object.keys(steps).map((step) => `${id}.${step}`)))
  return Object.entries(accept).map(([name, why]) => {
    const own = transitions.flatMap(({ id, step }) => (step === name && !(id in accept) ? id : []))
    return {
      name,
      ...(typeof why === 'string' ? { reason: why } : why),
      of: steps.has(name) ? own : [name],
    }
  })
}
