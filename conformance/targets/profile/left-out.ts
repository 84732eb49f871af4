import { edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowsIn } from '../../packs/pack-of.ts'
import { isAbsent, type Overrides, overrideOf } from '../overrides.ts'

/**
 * Why a transition cannot be taken at a target: all that its event does is press something that the profile says is not there, and
 * nothing takes its place. An event that types something may still be sent without its button.
 * @param transition its id
 */
export function whyLeftOut(
  packs: readonly Pack[],
  overrides: Overrides | undefined,
  flowId: string,
  transition: string,
): string | undefined {
  const flow = flowsIn(packs).find(({ id }) => id === flowId)
  const edge = flow && edgesOf(flow).find(({ id }) => id === transition)
  if (!flow || !edge) return undefined
  const { press, fill, goTo, leg, does, at } = flow.events[edge.event] ?? {}
  if (!press || at !== 'screen' || fill || goTo || leg || does) return undefined
  const { absent, labels = {} } = overrideOf(overrides, screenOf(flow, edge.source), { flow: flowId })
  const here = labels[press]
  // On a screen that is not there nothing is pressed, and the person is past it.
  if (absent !== undefined || !isAbsent(here) || here.instead) return undefined
  return `There is no “${press}”: ${here.absent}`
}
