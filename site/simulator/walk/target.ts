import type { Flow } from '../../../machines/model/flow.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'

/** Labels of what the next thing is done with on a page: its fields, then what is pressed. None where it is done elsewhere. */
export function targetOf(flow: Flow, moments: readonly Moment[], at: number): string[] {
  const [next] = splitChoices(flow, moments, at).documented
  const { at: place, fill = {}, press } = (next && flow.events[next.event]) ?? {}
  return place === 'mail' ? [] : [...Object.keys(fill), ...(press === undefined ? [] : [press])]
}
