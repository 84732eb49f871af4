import type { Flow } from '../../machines/model/flow.ts'
import { perform } from '../../machines/model/perform.ts'
import { beginListening } from '../page/listen.ts'
import { SessionControls } from './controls.ts'
import type { Session } from './session.ts'

/**
 * Performs an event of a flow, on the screen that the person sees, and answers who did it.
 * @param step.isSpoilt what it sends will not arrive as it should, so no mail is waited for
 * @param step.isOnce it is done once, whatever its number of times
 * @throws when something is missing
 */
export async function performStep(
  session: Session,
  flow: Flow,
  name: string,
  { screen, isSpoilt, isOnce }: { screen: string; isSpoilt?: boolean; isOnce?: boolean },
): Promise<Session> {
  const { pack, settling, patience } = session
  const known = flow.events[name]
  if (!known) throw new Error(`${flow.id} has no event "${name}".`)
  const { sends, ...others } = known
  const event = { ...(isSpoilt ? others : known), ...(isOnce && { times: 1 }) }
  // A form that a script sends does nothing before the script has come.
  await settling.settled(patience)
  session.event = name
  session.left = screen
  session.foundDisabled = false
  session.without = undefined
  session.key.rest()
  const doer = session.cast.sessionOf(event.as)
  for (const { page } of new Set([session, ...(doer ? [doer] : [])])) await beginListening(page)
  await perform({ pack, screen, event }, new SessionControls(session, screen))
  session.done.push(name)
  return session.cast.sessionOf(event.as) ?? session
}
