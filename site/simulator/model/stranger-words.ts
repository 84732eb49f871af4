import { edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { EventSpec } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { interpret } from '../../../machines/model/interpret.ts'
import type { Did } from '../../../machines/model/observation.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { sameLabel } from '../../../machines/model/screen.ts'
import { begin, reach } from '../../../machines/model/walk.ts'

/** The link that was followed, or the control that was pressed. */
const pressedBy = (did: Did): string | undefined =>
  did.what === 'follow' ? did.link : did.what === 'send' ? did.press : undefined

/** Whether an event is nothing but a press. */
const isPress = ({ press, fill }: EventSpec, label: string): boolean =>
  press !== undefined && fill === undefined && sameLabel(press, label)

/** Whether a procedure has a link or a button, at the same place, that leads on to another screen. */
const hasPress = (flow: Flow, did: Did, label: string): boolean =>
  edgesOf(flow).some(({ event, source, target }) => {
    const spec = flow.events[event]
    return (
      spec !== undefined &&
      isPress(spec, label) &&
      (spec.at === 'mail') === (did.what === 'follow') &&
      (did.what !== 'send' || screenOf(flow, source) === did.screen) &&
      screenOf(flow, source) !== screenOf(flow, target)
    )
  })

/** Whether a procedure has the same form, filled in with the same. */
const hasForm = (flow: Flow, did: Did): boolean =>
  did.what === 'send' &&
  Object.keys(did.fields).length > 0 &&
  Object.keys(flow.givens)
    .flatMap((given) => reach(flow, begin(flow, given)))
    .some(({ moment }) => moment.screen === did.screen && interpret(flow, moment, did).length > 0)

/** The other procedures that have what was done at the same place. */
export function proceduresWith(pack: Pack, walked: Flow, did: Did): Flow[] {
  const label = pressedBy(did)
  if (label === undefined) return []
  return pack.flows.filter((flow) => flow !== walked && (hasPress(flow, did, label) || hasForm(flow, did)))
}

/**
 * Says of something that was done that the procedure does not go on with it.
 * @param inWords what was done
 */
export function strangerWords(pack: Pack, walked: Flow, did: Did, inWords: string): string {
  const titles = proceduresWith(pack, walked, did).map(({ title }) => `“${title}”`)
  if (titles.length === 0) return `The documentation doesn’t say what happens after ${inWords}.`
  return `${inWords} is no step of “${walked.title}”. It is part of ${titles.join(' or ')}.`
}
