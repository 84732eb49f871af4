import { pressable, type Screen } from '../../machines/model/screen.ts'
import { nearest } from '../page/label.ts'
import type { Snapshot } from '../page/snapshot.ts'

/** Whether a login may begin on a page: it can be filled or pressed, or a link has a documented name. */
export const isEntrance = (
  { fields, buttons, links }: Pick<Snapshot, 'fields' | 'buttons' | 'links'>,
  documented: Screen,
): boolean =>
  fields.length + buttons.length > 0 ||
  pressable(documented).some((label) => nearest(label, links) !== undefined)
