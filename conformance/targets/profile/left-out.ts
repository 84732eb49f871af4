import { edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowsIn } from '../../packs/pack-of.ts'
import { isAbsent, type Overrides } from '../overrides.ts'

/**
 * Why an event cannot be sent at a target: all it does is press something that the profile says is not there, on every screen that
 * offers it, and nothing takes its place. An event that types something may still be sent without its button.
 */
export function whyLeftOut(
  packs: readonly Pack[],
  overrides: Overrides | undefined,
  flowId: string,
  name: string,
): string | undefined {
  const flow = flowsIn(packs).find(({ id }) => id === flowId)
  const event = flow?.events[name]
  const { press, fill, goTo, leg, does, at } = event ?? {}
  if (!flow || !press || at !== 'screen' || fill || goTo || leg || does) return undefined
  const screens = edgesOf(flow).flatMap(({ event, source }) => (event === name ? screenOf(flow, source) : []))
  const reasons = screens.map((screen) => {
    const { absent, labels = {} } = overrides?.[screen] ?? {}
    const here = labels[press]
    // On a screen that is not there nothing is pressed, and the person is past it.
    return absent === undefined && isAbsent(here) && !here.instead ? here.absent : undefined
  })
  const [why] = reasons
  return reasons.every((reason) => reason !== undefined) ? why && `There is no “${press}”: ${why}` : undefined
}
