import type { EventSpec } from '../../../machines/model/event.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Field, Screen } from '../../../machines/model/screen.ts'
import type { Moment } from '../../../machines/model/walk.ts'

/** The screen that an event is done at: the one that is shown, or the one that its address opens. */
const screenFor = (pack: Pack, { goTo }: EventSpec, { screen }: Moment): Screen | undefined =>
  pack.screens[(goTo === undefined ? undefined : pack.addresses[goTo]) ?? screen]

/** What an event types at a moment: each field with the symbol of its value. */
export const fillsOf = (pack: Pack, at: Moment, spec: EventSpec): { field: Field; symbol: string }[] =>
  Object.entries(spec.fill ?? {}).flatMap(([label, symbol]) => {
    const field = screenFor(pack, spec, at)?.fields?.find((field) => field.label === label)
    return field ? [{ field, symbol }] : []
  })

/** Whether an event types something of that kind at a moment. */
export const fillsKind = (pack: Pack, at: Moment, spec: EventSpec | undefined, holds: string): boolean =>
  spec !== undefined && fillsOf(pack, at, spec).some(({ field }) => field.holds === holds)

/** Whether an app can be enrolled with what is shown at a moment. */
export const offersKey = (pack: Pack, { screen }: Moment): boolean =>
  pack.screens[screen]?.offers === 'authenticator-key'
