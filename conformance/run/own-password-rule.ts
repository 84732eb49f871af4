import type { Edge } from '../../machines/model/edges.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { observeScreen } from '../session/observe-screen.ts'
import type { Session } from '../session/session.ts'
import type { Judgement } from './judge.ts'

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
  const isForNewOne = session.screen(before.screen).fields?.some(({ holds }) => holds === 'new-password')
  if (!chosenPassword || !isForNewOne || edge.meta.refused || judgement.verdict !== 'failed') return judgement
  if ((await observeScreen(session, before.screen)).missing.length > 0) return judgement
  const advice = `If a rule of yours refuses “${chosenPassword}”, name a password it accepts in \`passwords.strong\`.`
  return { ...judgement, reason: `${judgement.reason} ${advice}` }
}
