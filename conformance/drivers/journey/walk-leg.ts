import type { Flow } from '../../../machines/flow.ts'
import { type ScreenId, screens } from '../../../machines/screens.ts'
import { walk } from '../../../machines/walk.ts'
import type { Driver, EventOf } from '../driver.ts'
import type { World } from '../world.ts'

/** Something that is done beside the events of the flow. */
type Aside = (world: World) => Promise<void>

/** Does events of a flow as its driver does them; what they show is judged where that flow is. */
export async function doSteps<F extends Flow>(
  world: World,
  { flow, act }: Driver<F>,
  steps: readonly (readonly [EventOf<F>, ScreenId])[],
): Promise<void> {
  const { events }: Flow = flow
  for (const [event, screen] of steps) {
    const spec = events[event]
    if (!spec) throw new Error(`${flow.id} has no event '${event}'.`)
    await act[event](world, { ...spec, event, screen: screens[screen] })
  }
}

/** Walks a flow from a given, with what is done in between. */
export async function walkLeg<F extends Flow>(
  world: World,
  driver: Driver<F>,
  given: string,
  events: readonly (EventOf<F> | Aside)[],
): Promise<void> {
  const names = events.filter((event) => typeof event === 'string')
  const moments = walk(driver.flow, given, names)
  if (moments.length <= names.length)
    throw new Error(`${driver.flow.id} has no way ${names.join(' → ')} given ${given}.`)
  let n = 0
  for (const event of events) {
    if (typeof event === 'function') await event(world)
    else await doSteps(world, driver, [[event, moments[n++]?.screen ?? 'nothing-open']])
  }
}
