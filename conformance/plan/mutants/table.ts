import { stateMetaOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { begin, choicesAt, type Moment, momentKey, send } from '../../../machines/model/walk.ts'

/** What a state does with an event: where it leads, and what is shown in addition to the state. */
export interface Row {
  to: string
  shows: string
}

/**
 * A machine as a table, to be changed and run. It is made from the model, not from what the planner explores, and knows nothing of how
 * plans are made, so that it can judge them.
 */
export interface Table {
  /** Name of the given → the state in which it begins. */
  starts: ReadonlyMap<string, string>
  /** State → what is seen of it. */
  looks: ReadonlyMap<string, string>
  /** State → event → its effect. */
  rows: ReadonlyMap<string, ReadonlyMap<string, Row>>
  /** Events that visibly cannot be sent. */
  absences: ReadonlySet<string>
}

/** Every moment of a flow, by the model's own walk. */
export function tableOf(flow: Flow): Table {
  const starts = new Map<string, string>()
  const moments = new Map<string, Moment>()
  const rows = new Map<string, Map<string, Row>>()
  for (const given of Object.keys(flow.givens)) {
    const moment = begin(flow, given)
    starts.set(given, momentKey(moment))
    moments.set(momentKey(moment), moment)
  }
  for (const [key, moment] of moments) {
    const own = new Map<string, Row>()
    rows.set(key, own)
    for (const { event, meta } of choicesAt(flow, moment)) {
      const next = send(flow, moment, event)
      if (!next) continue
      const to = momentKey(next)
      if (!moments.has(to)) moments.set(to, next)
      own.set(event, { to, shows: `${meta.shows} ${meta.refused}` })
    }
  }
  const lookOf = ({ state, screen, signedIn }: Moment) => {
    const { of, lists, hides } = stateMetaOf(flow, state)
    return JSON.stringify({ screen, signedIn, of, lists, hides })
  }
  return {
    starts,
    looks: new Map([...moments].map(([key, moment]) => [key, lookOf(moment)])),
    rows,
    absences: new Set(Object.keys(flow.events).filter((event) => flow.events[event]?.at === 'mail')),
  }
}
