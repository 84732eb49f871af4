import { placeOf } from '../../../machines/model/track.ts'
import { pageHere } from './frame-entry.ts'
import type { Live } from './open-live.ts'

/** How long a page that is there takes to answer at most, in ms. */
const SOON = 2_000

/**
 * Where the person can continue at the screen that the tracker knows of: its own address or, at another party, any of
 * that party's.
 */
function addressOfPlace({ pack, session, knowledge }: Live): string | undefined {
  const { track } = session.state
  const { screen } = placeOf(track, track.positions[0]).moment
  const partyOf = (id: string) => pack.screens[id]?.party ?? 'product'
  const party = partyOf(screen)
  const addresses = Object.entries(pack.addresses)
  const [name] =
    addresses.find(([, at]) => at === screen) ??
    addresses.find(([, at]) => party !== 'product' && partyOf(at) === party) ??
    []
  return name === undefined ? undefined : knowledge.address(name)
}

/** Shows the page again that belongs to the entry of the browser's history or, where that was good for one time only, one from which to go on. */
export async function restorePage(live: Live): Promise<void> {
  const { frame, keeper, sandbox } = live
  const { atProduct } = keeper.kept ?? {}
  const address = pageHere(sandbox.id) ?? keeper.kept?.address
  const page = address ? await frame.visit(address).catch(() => undefined) : undefined
  if (page && page.status < 400) return
  const other = addressOfPlace(live) ?? atProduct
  if (other && other !== address) await frame.visit(other)
}

/** Loads the page again if it does not answer: the browser has put an error page in its place. */
export async function repairPage(live: Live): Promise<void> {
  if (live.frame.page && !(await live.frame.look(SOON).catch(() => undefined))) await restorePage(live)
}
