import { screenOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { begin, choicesAt, type Moment, reach } from '../../../machines/model/walk.ts'
import { fillsKind, offersKey } from './fields.ts'
import type { Happened } from './happened.ts'

/** Whether something of a kind can be typed at a moment. */
const isAsked = (pack: Pack, flow: Flow, moment: Moment, holds: string): boolean =>
  choicesAt(flow, moment).some(({ event }) => fillsKind(pack, moment, flow.events[event], holds))

/** Whether the account has an authenticator app when the flow begins: a code is asked for before any key is offered. */
export function beginsWithApp(pack: Pack, flow: Flow, given: string): boolean {
  const isOffer = (state: string) => pack.screens[screenOf(flow, state)]?.offers === 'authenticator-key'
  return reach(flow, begin(flow, given), ({ source }) => !isOffer(source)).some(
    ({ moment }) => !offersKey(pack, moment) && isAsked(pack, flow, moment, 'one-time-code'),
  )
}

/** Whether an app was enrolled on the way: a code was accepted where a key was offered. */
export const hasEnrolled = (pack: Pack, happened: readonly Happened[]): boolean =>
  happened.some(
    ({ spec, edge, before }) =>
      !edge.meta.refused && offersKey(pack, before) && fillsKind(pack, before, spec, 'one-time-code'),
  )

/**
 * Whether the account has a password when the flow begins: the product asks for one before any is chosen, or the flow
 * mentions the old one.
 */
export function beginsWithPassword(pack: Pack, flow: Flow, given: string): boolean {
  const chooses = new Set(
    reach(flow, begin(flow, given)).flatMap(({ moment }) =>
      choicesAt(flow, moment)
        .filter(({ event }) => fillsKind(pack, moment, flow.events[event], 'new-password'))
        .map(({ id }) => id),
    ),
  )
  const before = reach(flow, begin(flow, given), ({ id }) => !chooses.has(id))
  return (
    before.some(({ moment }) => isAsked(pack, flow, moment, 'password')) ||
    Object.values(flow.events).some(({ fill = {} }) => Object.values(fill).includes('old'))
  )
}
