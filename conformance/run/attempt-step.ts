import { type Edge, stateMetaOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { evidenceOf } from '../session/evidence.ts'
import { performStep } from '../session/perform-step.ts'
import type { Session } from '../session/session.ts'
import { type Found, gather } from './gather.ts'
import { type Judgement, judge } from './judge.ts'
import { judgeFailure } from './judge-failure.ts'

export interface Attempt {
  judgement: Judgement
  /** What was found; absent where an error came before. */
  found?: Found
  /** Whose page it was found on. */
  person?: Session
}

/** A transition to be tried. */
export interface Step {
  flow: Flow
  edge: Edge
  /** The moment at which it is tried, and the moment after it. */
  before: Moment
  after: Moment
}

/**
 * Performs the event of a transition, and judges what came of it.
 * @param baseline the last snapshot before any message was expected
 */
export async function attemptStep(session: Session, step: Step, baseline?: Snapshot): Promise<Attempt> {
  const { flow, edge, before, after } = step
  const { shows, refused } = edge.meta
  const { signedIn } = after
  try {
    const isCompared = signedIn && refused === true
    const previous = isCompared ? await evidenceOf(session, flow) : undefined
    const doer = await performStep(session, flow, edge.event, before)
    const meta = stateMetaOf(flow, edge.target)
    const person = session.cast.sessionOf(meta.of) ?? session
    const gathered = await gather(person, meta, { edge, signedIn, doer }, baseline)
    const changed = isCompared && flow.evidence ? (await evidenceOf(session, flow)) !== previous : undefined
    const found = { ...gathered, changed }
    const { heading } = session.screen(after.screen)
    return { judgement: judge({ heading, signedIn, shows, refused }, found), found, person }
  } catch (error) {
    return { judgement: judgeFailure(error) }
  }
}
