import { type Edge, stateMetaOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { protectedScreenOf } from '../packs/pack-of.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { whatShows } from '../page/what-shows.ts'
import { beginAnew, forgetEarly, noteEarly, openUnled } from '../session/early.ts'
import { openEntrancePassed } from '../session/entrance.ts'
import { evidenceOf } from '../session/evidence.ts'
import { takeNewDevice } from '../session/new-device.ts'
import { observeScreen } from '../session/observe-screen.ts'
import { performStep } from '../session/perform-step.ts'
import type { Session } from '../session/session.ts'
import { isIn } from '../session/signed-in.ts'
import { Hangs } from '../session/watch.ts'
import { type Found, gather } from './gather.ts'
import { type Judgement, judge } from './judge.ts'
import { judgeFailure } from './judge-failure.ts'
import { otherMessagesOf } from './other-messages.ts'
import { adviseOnPassword } from './own-password-rule.ts'
import {
  backFromClosed,
  beginAgain,
  comeBack,
  isKeptBack,
  sentBackTo,
  toBeginning,
  walkAgain,
} from './sent-back.ts'
import { watchStalePage } from './stale-page.ts'
import { timeFor } from './time-for.ts'
import { typedOn } from './typed-on.ts'

/** What the documentation calls the page that only people see who are logged in: “the dashboard”. */
function protectedPageOf(pack: Pack): string {
  const heading = protectedScreenOf(pack)?.heading
  if (heading === undefined) return 'the protected page'
  return /^\p{L}+$/u.test(heading) ? `the ${heading.toLowerCase()}` : `the page “${heading}”`
}

export interface Attempt {
  judgement: Judgement
  /** What was found; absent where an error came before. */
  found?: Found
  /** Whose page it was found on. */
  person?: Session
  /** A page hangs: nothing more can be seen of it. */
  hangs?: true
}

/** A transition to be tried. */
export interface Step {
  flow: Flow
  edge: Edge
  /** The moment at which it is tried, and the moment after it. */
  before: Moment
  after: Moment
  /** The moments of the walk, the beginning first, up to `before`. */
  way: readonly Moment[]
}

/**
 * Performs the event of a transition, and judges what came of it, within the time that it may take.
 * @param baseline the last snapshot before any message was expected
 */
export async function attemptStep(session: Session, step: Step, baseline?: Snapshot): Promise<Attempt> {
  const { target, pack, watch } = session
  const event = step.flow.events[step.edge.event]
  const limit = event ? timeFor(target, pack, event) : 0
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const reason = `It was not done in the ${limit / 1000} s it may take.`
    timer = setTimeout(async () => reject(new Error(`${reason} ${await whatShows(session.page)}`)), limit)
  })
  try {
    return await watch.during(Promise.race([performAndJudge(session, step, baseline), late]))
  } catch (error) {
    return { judgement: judgeFailure(error), ...(error instanceof Hangs && { hangs: true }) }
  } finally {
    clearTimeout(timer)
  }
}

async function performAndJudge(
  session: Session,
  step: Step,
  baseline: Snapshot | undefined,
): Promise<Attempt> {
  const { flow, edge, before, after } = step
  const { shows, refused } = edge.meta
  const { signedIn } = after
  const isCompared = signedIn && refused === true
  const previous = isCompared ? await evidenceOf(session, flow) : undefined
  const isLoggedOut = await forgetEarly(session, after.screen)
  await takeNewDevice(session, before)
  const stale = watchStalePage(session, flow, before)
  session.comeBack = () => comeBack(session, flow, step.way)
  session.beginAnew = () => beginAgain(session, flow, step.way)
  const doer = await performStep(session, flow, edge.event, before)
  session.comeBack = undefined
  session.beginAnew = undefined
  const meta = stateMetaOf(flow, edge.target)
  const person = session.cast.sessionOf(meta.of) ?? session
  if (isLoggedOut) await beginAnew(person, after.screen)
  else await openUnled(person, after.screen)
  const others = refused ? otherMessagesOf(flow, edge) : []
  const typed = refused ? typedOn(step) : undefined
  const look = () => gather(person, meta, { edge, signedIn, doer, others, typed }, baseline)
  let gathered = await look()
  if (gathered.missing.length > 0 && (await stale.opensAgain())) gathered = await look()
  if (await triesFurther(session, step, gathered)) gathered = await look()
  const changed = isCompared && flow.evidence ? (await evidenceOf(session, flow)) !== previous : undefined
  const found = { ...gathered, changed }
  const { heading } = session.screen(after.screen)
  noteEarly(person, flow, after, found)
  const { early } = person
  const { without } = session
  const judged = judge(
    { heading, signedIn, shows, refused, early, without, protectedPage: protectedPageOf(session.pack) },
    found,
  )
  const judgement = await adviseOnPassword(session, step, judged)
  const attempt = { judgement, found, person }
  return (
    (await passForgotten(session, step, attempt)) ??
    (await passEntrance(step, attempt)) ??
    (await notOffered(session, step, attempt)) ??
    attempt
  )
}

/**
 * A product that refuses after a number of attempts may say so only at the attempt behind them. That one is made where all of them
 * were refused as a single one is.
 */
async function triesFurther(session: Session, { flow, edge, before }: Step, found: Found): Promise<boolean> {
  const isLimit = (flow.events[edge.event]?.times ?? 1) > 1 && edge.meta.refused === true
  if (!isLimit || found.said || found.instead === undefined || found.missing.length > 0 || isIn(found))
    return false
  session.notes.add('the limit of attempts is named at the attempt behind it')
  await performStep(session, flow, edge.event, { ...before, isOnce: true })
  return true
}

/**
 * Someone who is not offered what leads on stays where they are. That is the difference that the profile names, and the walk ends
 * with it.
 * @returns `undefined` where that is not what happened
 */
async function notOffered(
  session: Session,
  { before, edge }: Step,
  { judgement, found, person }: Required<Omit<Attempt, 'hangs'>>,
): Promise<Attempt | undefined> {
  const isMissing = session.without?.isThere === false && found.missing.length > 0
  if (!isMissing || edge.meta.refused || judgement.verdict !== 'failed' || judgement.wrongSession)
    return undefined
  const stays = (await observeScreen(session, before.screen)).missing.length === 0
  return stays ? { judgement: { ...judgement, notOffered: true }, found, person } : undefined
}

/** The moment of the way at which the person is, or gets to, and how the product has kept them out. */
async function findBack(
  session: Session,
  way: readonly Moment[],
  { dashboard }: Found,
  closed: string,
): Promise<{ at: number; note: string } | undefined> {
  const ways = [
    [
      'half a login is forgotten here: the person is back at an earlier screen, and the page stays closed',
      sentBackTo,
    ],
    ['the person is sent to the form that asks who they are, and the page stays closed', toBeginning],
    ...(dashboard === 'denied' ? [[closed, backFromClosed] as const] : []),
  ] as const
  for (const [note, find] of ways) {
    const at = await find(session, way)
    if (at !== undefined) return { at, note }
  }
  return undefined
}

/**
 * Someone who tries to skip a step may be kept where they are, or sent back to the beginning, or to the form that asks who they are,
 * or to a page that says it is closed: all keep them out. So may someone be whose input was refused with the message. The person
 * then walks to where they were.
 * @returns `undefined` where that is not what happened
 */
async function passForgotten(
  session: Session,
  { flow, edge, way, before }: Step,
  { judgement, found, person }: Required<Omit<Attempt, 'hangs'>>,
): Promise<Attempt | undefined> {
  const { shows } = edge.meta
  const isKept = isKeptBack(flow, edge) && (shows ? found.said : flow.events[edge.event]?.goTo)
  if (!isKept || before.signedIn || found.missing.length === 0 || isIn(found)) return undefined
  const closed = shows
    ? 'what refuses people is a page of its own here'
    : 'the page itself says that it is closed'
  const back = await findBack(session, way, found, closed)
  if (!back) return undefined
  session.notes.add(back.note)
  const { expected, observed } = judgement
  if (await walkAgain(session, flow, way.slice(back.at)))
    return { judgement: { verdict: 'passed', expected, observed }, found: { ...found, missing: [] }, person }
  const reason = 'Sent back, as may be; but the way from there could not be walked again.'
  return { judgement: { verdict: 'inconclusive', expected, observed, reason }, found, person }
}

/**
 * Someone may be led past the entrance, see {@link openEntrancePassed}.
 * @returns `undefined` where that is not what happened
 */
async function passEntrance(
  { after }: Step,
  { judgement, found, person }: Required<Omit<Attempt, 'hangs'>>,
): Promise<Attempt | undefined> {
  if (!found.said || found.missing.length === 0 || isIn(found)) return undefined
  if (!(await openEntrancePassed(person, after.screen))) return undefined
  const { expected, observed } = judgement
  return { judgement: { verdict: 'passed', expected, observed }, found: { ...found, missing: [] }, person }
}
