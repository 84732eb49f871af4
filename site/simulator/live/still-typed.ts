import type { Pack } from '../../../machines/model/pack.ts'
import { isSecret, sameLabel } from '../../../machines/model/screen.ts'
import type { FramePage } from './frame-pages.ts'

/** HTTP status of a page that shows a form again which was refused. */
const REFUSED = 422

/** What the form of a page holds when it comes: nothing but, where it was refused, what was sent and is no secret. */
export function stillTyped(
  { screens }: Pack,
  { screen, status }: Pick<FramePage, 'screen' | 'status'>,
  sent: ReadonlyMap<string, string>,
): Record<string, string> {
  const open = (screens[screen]?.fields ?? []).filter((field) => !isSecret(field))
  const isShown = ([label]: [string, string]) => open.some((field) => sameLabel(field.label, label))
  return Object.fromEntries(status === REFUSED ? [...sent].filter(isShown) : [])
}
