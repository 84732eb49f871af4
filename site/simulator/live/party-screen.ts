import { screenOf, statesOf } from '../../../machines/model/edges.ts'
import { isJourney } from '../../../machines/model/flow.ts'
import { pressable, sameLabel } from '../../../machines/model/screen.ts'
import { placeOf, type Track } from '../../../machines/model/track.ts'
import type { Looks } from './frame.ts'
import type { Live } from './open-live.ts'

const partyOf = ({ pack }: Track, screen: string) => pack.screens[screen]?.party ?? 'product'

/** Which screen of another party a page is, by the labels that it has; `undefined` where none fits, or two fit as well. */
export function partyScreen(track: Track, { fields, press }: Pick<Looks, 'fields' | 'press'>) {
  const { pack, flow } = track
  if (isJourney(flow)) return undefined
  const labels = [...fields.map(({ label }) => label), ...press]
  const screens = new Set(statesOf(flow).map((state) => screenOf(flow, state)))
  const [best, next] = [...screens]
    .filter((screen) => partyOf(track, screen) !== 'product')
    .map((id) => {
      const screen = pack.screens[id] ?? { heading: '' }
      const own = [...(screen.fields ?? []).map(({ label }) => label), ...pressable(screen)]
      return { id, count: own.filter((one) => labels.some((other) => sameLabel(one, other))).length }
    })
    .toSorted((one, other) => other.count - one.count)
  return best && best.count > (next?.count ?? 0) ? best.id : undefined
}

/** The screen that the frame shows; `undefined` where a page of another party is like none. */
export async function screenShown({ frame, session }: Live): Promise<string | undefined> {
  if (frame.isAtProduct) return frame.page?.screen
  return frame.page && partyScreen(session.state.track, await frame.look())
}

/**
 * Pages of another party do not say which screen they are, and who comes back to one by Back or Forward tells the product
 * nothing. Where the tracker takes the person to be at the product meanwhile, it goes by what the page looks like.
 */
export async function resyncParty({ frame, session }: Live): Promise<void> {
  const { page } = frame
  if (!page || frame.isAtProduct || isAtParty(session.state.track)) return
  const looks = await frame.look()
  const { track } = session.state
  if (frame.page !== page || isAtParty(track)) return
  const screen = partyScreen(track, looks)
  if (screen) session.observe({ shown: { screen } })
}

const isAtParty = (track: Track) =>
  partyOf(track, placeOf(track, track.positions[0]).moment.screen) !== 'product'
