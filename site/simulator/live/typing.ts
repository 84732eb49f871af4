import { placeOf } from '../../../machines/model/track.ts'
import type { Frame } from './frame.ts'
import type { Knowledge } from './knowledge.ts'
import type { LiveSession } from './session.ts'

interface Parties {
  frame: Frame
  session: LiveSession
  knowledge: Knowledge
}

/** Something was typed into the page that is shown, and not sent yet: the model may know it. */
export async function noteTyped({ frame, session, knowledge }: Parties, label: string, value: string) {
  const { page } = frame
  const { track } = session.state
  // Another party's page does not say which screen it is.
  const screen = page?.screen || placeOf(track, track.positions[0]).moment.screen
  const form = await knowledge.type(screen, label, value)
  if (form && frame.page === page) session.observe({ did: { what: 'type', screen, ...form } })
}
