import { edgesOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Target } from '../target.ts'

/** The transitions that a profile accepts to differ, each named directly or by its step. */
export function acceptedBy(
  flows: readonly Flow[],
  accept: Record<string, string>,
): NonNullable<Target['accepts']> {
  const reasons = new Map(
    flows.flatMap((flow) =>
      edgesOf(flow).flatMap(({ id, meta }) => {
        const name = `${flow.id}/${id}`
        const reason = accept[name] ?? ('step' in meta ? accept[meta.step] : undefined)
        return reason ? [[name, reason] as const] : []
      }),
    ),
  )
  return (flow, transition) => reasons.get(`${flow}/${transition}`)
}
