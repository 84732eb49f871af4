import type { Pack } from '../../machines/model/pack.ts'
import { isNowhere } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'

/** Whether a page of the target asks for the security key by itself: the profile says that there is no button for it. */
export function asksForKeyAtOnce({ flows }: Pack, { overrides = {} }: Pick<Target, 'overrides'>): boolean {
  const buttons = new Set(
    flows.flatMap(({ events }) =>
      Object.values(events).flatMap(({ at, press }) => (at === 'key' && press ? press : [])),
    ),
  )
  return Object.values(overrides).some((override) =>
    Object.entries(override?.labels ?? {}).some(([label, here]) => buttons.has(label) && isNowhere(here)),
  )
}
