import type { Flow } from '../../machines/model/flow.ts'
import { choicesAt, type Moment, send } from '../../machines/model/walk.ts'
import { isEntrance, isNameless, screensBeyond } from './beyond.ts'
import { insteadContext } from './interludes.ts'
import { forgetAll } from './new-device.ts'
import { observeScreen } from './observe-screen.ts'
import { overridesFor } from './overrides.ts'
import type { Session } from './session.ts'
import { isIn, type SignedInFacts } from './signed-in.ts'

/**
 * Keeps in mind why a person is logged in earlier than the model says, where the profile says it of the screen that they are on, or
 * says that there is no such screen and it leads to nothing but a session. It is an accepted difference once, and holds until the
 * model logs them in or they are logged out.
 * @param moment where the model has them
 */
export function noteEarly(session: Session, flow: Flow, moment: Moment, facts: SignedInFacts): void {
  if (moment.signedIn || !isIn(facts)) {
    session.early = undefined
    return
  }
  const { signedIn: why, absent } = overridesFor(session, moment.screen)
  if (session.early !== undefined) return
  if (why === undefined) {
    // That there is no such screen is accepted where it is looked for.
    if (absent !== undefined && leadsIn(flow, moment)) session.early = absent
    return
  }
  session.early = why
  session.accepted.add(`Someone is logged in already: ${why}`)
}

/** Whether all that can be done at a moment, and is not refused, logs people in. */
function leadsIn(flow: Flow, moment: Moment): boolean {
  const ahead = choicesAt(flow, moment).filter(({ meta }) => !meta.refused)
  return ahead.length > 0 && ahead.every(({ event }) => send(flow, moment, event)?.signedIn)
}

/**
 * Someone who is logged in early and goes to the entrance next begins there anew, as in a browser of their own.
 * @returns whether they are logged out now
 */
export async function forgetEarly(session: Session, next: string): Promise<boolean> {
  if (session.early === undefined || !isEntrance(session, next)) return false
  session.early = undefined
  await forgetAll(session)
  session.notes.add('logged out first, for people are logged in here earlier than documented')
  return true
}

/** Opens the tenant link, unless the entrance is there already. */
export async function beginAnew(session: Session, entrance: string): Promise<void> {
  if ((await observeScreen(session, entrance)).missing.length === 0) return
  await session.page.goto(session.arranged.url)
  await session.page.reload()
  await session.settling.settled(session.patience)
}

/**
 * Goes to a screen that the product does not lead to, where the profile says how, unless it is there already. What the person did
 * before comes to its end first: leaving the page cuts off a login under way.
 */
export async function openUnled(session: Session, screen: string): Promise<void> {
  const { open } = overridesFor(session, screen)
  const { kind } = session.screen(screen)
  if (open === undefined || kind === 'mail') return
  await session.settling.settled(session.patience)
  if (await isLedTo(session, screen)) return
  if (typeof open === 'string') await session.page.goto(new URL(open, session.arranged.url).href)
  else await open(session.page, insteadContext(session))
  await session.settling.settled(session.patience)
}

/** Whether a person is on a screen without being brought there; where nothing identifies it, on one that comes after it. */
async function isLedTo(session: Session, screen: string): Promise<boolean> {
  const shown = isNameless(session, screen) ? screensBeyond(session, screen) : [screen]
  for (const one of shown) if ((await observeScreen(session, one)).missing.length === 0) return true
  return false
}
