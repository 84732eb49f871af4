import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { progressOn } from '../../../machines/model/progress.ts'
import { undoneInWords } from '../walk/undone.ts'
import { walkOfLeg } from './happened.ts'
import { nowOf, type Walked } from './stage.ts'

/** What was not done of the procedure that the journey left with its last event. */
export function undoneAt(pack: Pack, outer: Walked): string | undefined {
  const { edge, screen } = nowOf(outer)
  const leg = edge && outer.flow.events[edge.event]?.leg
  if (!leg || edge.meta.refused) return undefined
  const way = walkOfLeg(pack, leg)
  // Where a function leads the procedure to its end, the model does not know which steps it does.
  if (way.at(-1)?.screen !== screen) return undefined
  const flow = flowOf(pack, leg.flow)
  return undoneInWords(flow, way, progressOn(flow, way))
}
