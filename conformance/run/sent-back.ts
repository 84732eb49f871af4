import { type Edge, screenOf, stateMetaOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { observe } from '../session/observe.ts'
import { observeScreen } from '../session/observe-screen.ts'
import { performStep } from '../session/perform-step.ts'
import type { Session } from '../session/session.ts'
import { isIn, signedInFacts } from '../session/signed-in.ts'
import { withoutLoops } from './without-loops.ts'

const PAUSE = 50
/** How long a form may be disabled after an answer, in milliseconds. A person who waits for it is still on its page. */
const SWITCHED_OFF = 500

/**
 * A product may forget half a login where the model keeps it: someone who must not skip a step is then shown the beginning again.
 * Nothing is gained by that. Answers the earlier moment whose screen is shown, the first one where one form is several screens;
 * `undefined` where none is.
 */
export async function sentBackTo(session: Session, moments: readonly Moment[]): Promise<number | undefined> {
  let found: number | undefined
  for (const [n, { screen }] of [...moments.entries()].reverse()) {
    if ((session.screen(screen).kind ?? 'page') !== 'page') continue
    const isShown = (await observeScreen(session, screen)).missing.length === 0
    if (isShown) found = n
    else if (found !== undefined) break
  }
  return found
}

/**
 * Someone may also be sent to the form that asks who they are, which they had not come to yet. Opens the beginning then, and answers
 * its moment; `undefined` where that is not what happened.
 */
export async function toBeginning(session: Session, moments: readonly Moment[]): Promise<number | undefined> {
  const { emailForm } = session.pack.roles?.login ?? {}
  if (emailForm === undefined || (await observeScreen(session, emailForm)).missing.length > 0)
    return undefined
  await session.page.goto(session.arranged.url)
  await session.settling.settled(session.patience)
  return sentBackTo(session, moments)
}

/**
 * The closed page may also say itself that it is closed, and lead nowhere. The person goes back then, or begins again. Answers the
 * moment whose screen they find; `undefined` where the page says nothing, or fails.
 */
export async function backFromClosed(
  session: Session,
  moments: readonly Moment[],
): Promise<number | undefined> {
  const { page, arranged, settling, patience } = session
  const status = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[]
    return entry?.responseStatus ?? 0
  })
  const { headings, texts, alerts } = await takeSnapshot(page)
  if (status >= 500 || [...headings, ...texts, ...alerts].length === 0) return undefined
  // Back at a page that a form has brought, a browser asks whether to send it again, and shows an error.
  const back = () => page.goBack().catch(() => null)
  for (const leave of [back, () => page.goto(arranged.url)]) {
    await leave()
    await settling.settled(patience)
    const at = await sentBackTo(session, moments)
    if (at !== undefined) return at
  }
  return undefined
}

/**
 * What is wrong may end what a person is doing, as each wrong code ends a login that is only half done. To do it once more they walk to
 * where they were. Answers whether they are there, or may be: `false` where the product closes the way.
 */
export async function comeBack(session: Session, flow: Flow, moments: readonly Moment[]): Promise<boolean> {
  const { patience, settling, page, notes } = session
  const here = moments.at(-1)
  if (!here) return true
  await settling.settled(patience)
  const began = Date.now()
  for (;;) {
    const { signedIn } = here
    const { missing } = await observe(session, stateMetaOf(flow, here.state), { signedIn })
    if (missing.length === 0) return true
    const time = Date.now() - began
    const back = time > SWITCHED_OFF || time > patience ? await findBack(session, moments, time) : undefined
    if (back) {
      notes.add(back.note)
      const isThere = await walkAgain(session, flow, moments.slice(back.at))
      if (!isThere) await blameNobody(session, here)
      return isThere
    }
    if (time > patience) return true
    await page.waitForTimeout(PAUSE)
  }
}

/** Who was led to a page of its own by what is wrong. */
const ledElsewhere = new WeakSet<Session>()

/** The moment at which a person is who was sent away, or gets back to. */
async function findBack(
  session: Session,
  moments: readonly Moment[],
  time: number,
): Promise<{ at: number; note: string } | undefined> {
  const sentBack = (await sentBackTo(session, moments)) ?? (await toBeginning(session, moments))
  if (sentBack !== undefined)
    return { at: sentBack, note: 'what is wrong ends a login that is half done: the login starts over' }
  // It may have come late once.
  if (time <= session.patience && !ledElsewhere.has(session)) return undefined
  if ((await takeSnapshot(session.page)).fields.length > 0) return undefined
  const at = await backFromClosed(session, moments)
  if (at === undefined) return undefined
  ledElsewhere.add(session)
  return { at, note: 'what is wrong leads to a page of its own: the person goes back from there' }
}

/**
 * What is right on the way back may log somebody in, where the product asks for less than the documentation.
 * @throws where it has: what comes of the wrong input shows no more
 */
async function blameNobody(session: Session, { screen, signedIn }: Moment): Promise<void> {
  const { context, arranged, page, early } = session
  if (signedIn || early !== undefined) return
  if (!isIn(await signedInFacts(session, await context.cookies(arranged.dashboard), page))) return
  throw new Error(
    `The way back to “${session.screen(screen).heading}” has logged the person in, so it is not known what comes of the wrong input.`,
  )
}

/** Begins anew at the tenant link, and walks to where the person is. Answers whether they are there. */
export async function beginAgain(session: Session, flow: Flow, moments: readonly Moment[]): Promise<boolean> {
  const { event } = session
  await session.page.goto(session.arranged.url)
  await session.settling.settled(session.patience)
  const at = await sentBackTo(session, moments)
  const isThere = at !== undefined && (await walkAgain(session, flow, moments.slice(at)))
  session.event = event
  return isThere
}

/**
 * Walks on from an earlier moment to the last one, the shortest way and without what was refused and left the person where they were:
 * that may send them back once more, or block the account. Answers whether the last screen came.
 */
export async function walkAgain(session: Session, flow: Flow, moments: readonly Moment[]): Promise<boolean> {
  const way = withoutLoops(moments)
  for (const [n, { edge, state, signedIn }] of way.entries()) {
    const before = way[n - 1]
    if (!before || !edge || isKeptBack(flow, edge)) continue
    await performStep(session, flow, edge.event, before)
    const until = Date.now() + session.patience
    for (;;) {
      const { missing } = await observe(session, stateMetaOf(flow, state), { signedIn })
      if (missing.length === 0) break
      if (Date.now() > until) return false
      await session.page.waitForTimeout(PAUSE)
    }
  }
  return true
}

/** Whether a transition refuses something and leaves the person on the screen where they were, also where a limit is reached there. */
export const isKeptBack = (flow: Flow, { meta, source, target }: Edge): boolean =>
  meta.refused === true && screenOf(flow, target) === screenOf(flow, source)
