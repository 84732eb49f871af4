import type { Edge } from '../../machines/model/edges.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { observeScreen } from '../session/observe-screen.ts'
import { overridesFor } from '../session/overrides.ts'
import type { Session } from '../session/session.ts'
import { elementAt, isNowhere } from '../targets/overrides.ts'
import type { Judgement } from './judge.ts'

/** Whether people choose a password on a screen. One that the profile says is absent, or has no such field, refuses none. */
function asksForNewOne(session: Session, screen: string): boolean {
  const { absent, labels = {} } = overridesFor(session, screen)
  const { fields = [] } = session.screen(screen)
  const isThere = (label: string) => !isNowhere(elementAt(labels[label]))
  return absent === undefined && fields.some(({ label, holds }) => holds === 'new-password' && isThere(label))
}

/**
 * A product may refuse the password that Doorstep chooses, by a rule that the profile does not name. Where the person stays at a
 * form for a new password, the reason says what to write.
 */
export async function adviseOnPassword(
  session: Session,
  { edge, before }: { edge: Edge; before: Moment },
  judgement: Judgement,
): Promise<Judgement> {
  const { chosenPassword } = session
  if (
    !chosenPassword ||
    !asksForNewOne(session, before.screen) ||
    edge.meta.refused ||
    judgement.verdict !== 'failed'
  )
    return judgement
  if ((await observeScreen(session, before.screen)).missing.length > 0) return judgement
  const advice = `If a rule of yours refuses “${chosenPassword}”, name a password it accepts in \`passwords.strong\`.`
  return { ...judgement, reason: `${judgement.reason} ${advice}` }
}
