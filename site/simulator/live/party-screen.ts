import { screenOf, statesOf } from '../../../machines/model/edges.ts'
import { isJourney } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { pressable, sameLabel } from '../../../machines/model/screen.ts'
import { placeOf, type Track } from '../../../machines/model/track.ts'
import type { Looks } from './frame.ts'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'

type Labels = Pick<Looks, 'fields' | 'press'>

const partyOf = ({ pack }: Track, screen: string) => pack.screens[screen]?.party ?? 'product'

/**
 * Which screen of another party a page is, by the labels that it has; `undefined` where none fits, or several fit as well.
 * @param expected decides between those that fit as well
 */
export function partyScreen(track: Track, { fields, press }: Labels, expected?: string): string | undefined {
  const { pack, flow } = track
  if (isJourney(flow)) return undefined
  const shares = sharedWith({ fields, press })
  const screens = new Set(statesOf(flow).map((state) => screenOf(flow, state)))
  const counted = [...screens]
    .filter((screen) => partyOf(track, screen) !== 'product')
    .map((id) => ({ id, count: shares(labelsOf(pack, id)) }))
  const most = Math.max(0, ...counted.map(({ count }) => count))
  const best = counted.filter(({ count }) => count === most && count > 0).map(({ id }) => id)
  return best.length === 1 ? best[0] : best.find((id) => id === expected)
}

const labelsOf = ({ screens }: Pack, id: string): string[] => {
  const screen = screens[id] ?? { heading: '' }
  return [...(screen.fields ?? []).map(({ label }) => label), ...pressable(screen)]
}

/** How many labels a page has of others. */
const sharedWith = ({ fields, press }: Labels) => {
  const labels = [...fields.map(({ label }) => label), ...press]
  return (others: string[]) => others.filter((one) => labels.some((label) => sameLabel(one, label))).length
}

/**
 * Whether another party shows a refusal in place of its screen that the tracker is at: nothing of that is there. So it is after the
 * browser's Back, on a page that was good for one time only. A screen with words of its own may look like anything.
 */
export function isRefusedThere(track: Track, { status }: Pick<FramePage, 'status'>, looks: Labels): boolean {
  const screen = screenAt(track)
  if (status < 400 || !isAtParty(track) || track.pack.screens[screen]?.words === 'any') return false
  const labels = labelsOf(track.pack, screen)
  return labels.length > 0 && sharedWith(looks)(labels) === 0
}

/**
 * The screen that the frame shows; `undefined` where a page of another party is like none.
 * @param expected decides where it is like several
 */
export async function screenShown({ frame, session }: Live, expected?: string): Promise<string | undefined> {
  if (frame.isAtProduct) return frame.page?.screen
  return frame.page && partyScreen(session.state.track, await frame.look(), expected)
}

/**
 * Pages of another party do not say which screen they are, and who comes back to one by Back or Forward tells the product
 * nothing. Where the tracker takes the person to be at the product meanwhile, it goes by what the page looks like; where it is at a screen
 * of that party and a refusal is shown, no procedure has the page.
 */
export async function resyncParty({ frame, session }: Live): Promise<void> {
  const { page } = frame
  const isKnown = () => isAtParty(session.state.track)
  if (!page || frame.isAtProduct || (isKnown() && page.status < 400)) return
  const looks = await frame.look()
  if (frame.page !== page) return
  const { track } = session.state
  if (isRefusedThere(track, page, looks)) return session.observe({ shown: { screen: '' } })
  const screen = isKnown() ? undefined : partyScreen(track, looks)
  if (screen) session.observe({ shown: { screen } })
}

const screenAt = (track: Track): string => placeOf(track, track.positions[0]).moment.screen

const isAtParty = (track: Track): boolean => partyOf(track, screenAt(track)) !== 'product'
