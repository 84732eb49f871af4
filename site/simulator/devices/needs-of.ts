import type { Capability } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'

const places: Readonly<Record<string, Capability>> = {
  mail: 'mailbox',
  clock: 'clock',
  key: 'security-key',
  provider: 'identity-provider',
  'admin-center': 'admin-center',
}

/** What a flow needs next to the screen: what its events say, and what they cannot be done without. */
export function needsOf(pack: Pack, flow: Flow): ReadonlySet<Capability> {
  const codes = new Set(
    Object.values(pack.screens).flatMap(({ fields = [] }) =>
      fields.flatMap(({ label, holds }) => (holds === 'one-time-code' ? [label] : [])),
    ),
  )
  return new Set(
    Object.values(flow.events).flatMap(({ at, key, wait, fill = {}, leg, needs = [] }) => [
      ...needs,
      ...(places[at] ? [places[at]] : []),
      ...(key ? (['security-key'] as const) : []),
      ...(wait ? (['clock'] as const) : []),
      ...(Object.keys(fill).some((label) => codes.has(label)) ? (['authenticator-app'] as const) : []),
      ...(leg ? needsOf(pack, flowOf(pack, leg.flow)) : []),
    ]),
  )
}

/** A time that can be waited for. */
export interface Wait {
  /** In the words of the flow. */
  label: string
  seconds: number
}

/** The times that a flow's events wait for, each once. */
export function waitsOf(flow: Flow): Wait[] {
  const waits = new Map<number, Wait>()
  for (const { label, wait } of Object.values(flow.events))
    if (wait !== undefined && !waits.has(wait)) waits.set(wait, { label, seconds: wait })
  return [...waits.values()]
}
