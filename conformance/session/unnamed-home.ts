import type { Pack } from '../../machines/model/pack.ts'
import { begin, reach } from '../../machines/model/walk.ts'
import { mentions } from '../page/mentions.ts'
import { Settling } from '../page/settle.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { textsOf } from '../targets/overrides.ts'
import { headingsAtHome, otherHeading } from './opens-in-tab.ts'
import { overridesFor } from './overrides.ts'
import type { Session } from './session.ts'

/**
 * The protected page shows the person something that a browser without a session does not get, and not the heading that it is known by:
 * nobody can say whether they are logged in.
 */
export class UnnamedHome extends Error {
  constructor(session: Session) {
    super(`It is not known whether anybody is logged in${otherHeading(session)}.`)
    this.name = 'UnnamedHome'
  }
}

/**
 * To be called where somebody should be logged in, and the protected page was not seen to open.
 * @throws UnnamedHome
 */
export async function throwIfUnnamed(session: Session): Promise<void> {
  const headings = headingsAtHome(session)
  const { arranged, patience, context } = session
  // The profile says who is logged in, or the page is a step of a procedure: it asks the person for something else.
  if (headings.length === 0 || arranged.dashboardOpens || headings.some((text) => isStep(session, text)))
    return
  const stranger = await context.browser()?.newContext({ ignoreHTTPSErrors: true })
  if (!stranger) return
  try {
    const page = await stranger.newPage()
    const settling = new Settling(page)
    await page.goto(arranged.dashboard, { timeout: patience })
    await settling.settled(patience)
    const { headings: theirs } = await takeSnapshot(page)
    if (`${theirs}` !== `${headings}`) throw new UnnamedHome(session)
  } finally {
    await stranger.close()
  }
}

const beforeLogin = new WeakMap<Pack, ReadonlySet<string>>()

/** The screens that a pack shows to people who are not logged in. */
function screensBeforeLogin(pack: Pack): ReadonlySet<string> {
  const known = beforeLogin.get(pack)
  if (known) return known
  const moments = pack.flows.flatMap((flow) =>
    Object.keys(flow.givens).flatMap((given) => reach(flow, begin(flow, given)).map(({ moment }) => moment)),
  )
  const screens = new Set(moments.flatMap(({ signedIn, screen }) => (signedIn ? [] : screen)))
  beforeLogin.set(pack, screens)
  return screens
}

/** A screen that only people see who are logged in asks nobody who they are. */
const isStep = (session: Session, text: string): boolean =>
  [...screensBeforeLogin(session.pack)].some((id) => {
    const { heading: here = session.screen(id).heading } = overridesFor(session, id)
    return here !== false && (textsOf(here) ?? []).some((known) => known !== '' && mentions(text, known))
  })
