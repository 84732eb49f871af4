import type { Flow, Place } from '../../machines/flow.ts'
import { edgesOf, screenOf } from '../../machines/trace.ts'
import { asDescribed } from './as-described.ts'
import { type Action, type EventOf, MissingHandler, type Observation } from './driver.ts'
import { seeMail, seeScreen } from './see.ts'

/** Where the person sees a page of the target or of its provider. */
const onPage: Place[] = ['screen', 'admin-center']

/**
 * What the flow's own data say about every event: fill these fields, press that button or link; in a mail, open it
 * first. An event that its data don't describe is missing, and the driver must bring an action for it.
 */
export function describedActions<F extends Flow>(flow: F): Record<EventOf<F>, Action> {
  const actions = Object.entries(flow.events).map(([event, { at, fill, press }]) => {
    const described = (onPage.includes(at) && (fill || press)) || (at === 'mail' && press)
    return [event, described ? asDescribed : missingAction(flow.id, event)]
  })
  return Object.fromEntries(actions) as Record<EventOf<F>, Action>
}

/** Every state of the flow shows the screen that its meta names, and is recognised by it. */
export function describedObservations(flow: Flow): Record<string, Observation> {
  const states = new Set(edgesOf(flow).flatMap(({ source, target }) => [source, target]))
  return Object.fromEntries(
    [...states].map((state) => [state, screenOf(flow, state).endsWith('-mail') ? seeMail : seeScreen]),
  )
}

const missingActions = new WeakSet<Action>()

/** Whether a driver has nothing but the reminder that an action must be written. */
export const isMissing = (action: Action | undefined) => !action || missingActions.has(action)

function missingAction(flow: string, event: string): Action {
  const action: Action = () => Promise.reject(new MissingHandler(flow, 'action', event))
  missingActions.add(action)
  return action
}
