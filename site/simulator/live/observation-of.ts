import type { Observation } from '../../../machines/model/observation.ts'
import type { TenantEvent } from '../../tenant/events.ts'

/** What a tracker makes use of in a sandbox's stream; `undefined` for what only goes over the wire. */
export function observationOf(event: TenantEvent): Observation | undefined {
  switch (event.kind) {
    case 'act':
      return { did: event.did, by: event.by, shown: event.shown }
    case 'clock':
      return { did: { what: 'wait', seconds: event.advanced / 1000 } }
    case 'refused':
      return { refusal: event.code }
    default:
      return undefined
  }
}
