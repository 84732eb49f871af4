import { edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { EventSpec } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Did } from '../../../machines/model/observation.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { sameLabel } from '../../../machines/model/screen.ts'

/** The link that was followed, or the control that was pressed. */
const pressedBy = (did: Did): string | undefined =>
  did.what === 'follow' ? did.link : did.what === 'send' ? did.press : undefined

/** Whether an event is nothing but a press: what a form makes of its fields may be another thing in each procedure. */
const isPress = ({ press, fill }: EventSpec, label: string): boolean =>
  press !== undefined && fill === undefined && sameLabel(press, label)

/** The other procedures in which the same link or button, at the same place, leads on to another screen. */
export function proceduresWith(pack: Pack, walked: Flow, did: Did): Flow[] {
  const label = pressedBy(did)
  if (label === undefined) return []
  const isThere = (flow: Flow, state: string) =>
    did.what === 'send' ? screenOf(flow, state) === did.screen : true
  return pack.flows.filter(
    (flow) =>
      flow !== walked &&
      edgesOf(flow).some(({ event, source, target }) => {
        const spec = flow.events[event]
        return (
          spec !== undefined &&
          isPress(spec, label) &&
          (spec.at === 'mail') === (did.what === 'follow') &&
          isThere(flow, source) &&
          screenOf(flow, source) !== screenOf(flow, target)
        )
      }),
  )
}

/**
 * Says of something that was done that the procedure does not go on with it.
 * @param inWords what was done
 */
export function strangerWords(pack: Pack, walked: Flow, did: Did, inWords: string): string {
  const titles = proceduresWith(pack, walked, did).map(({ title }) => `“${title}”`)
  if (titles.length === 0) return `Here the documentation doesn’t say what comes after ${inWords}.`
  return `“${pressedBy(did)}” is no step of “${walked.title}”. It is part of ${titles.join(' or ')}.`
}
