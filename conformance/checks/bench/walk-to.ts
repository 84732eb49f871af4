import { stateMetaOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { choicesAt, type Moment, walk } from '../../../machines/model/walk.ts'
import type { Snapshot } from '../../page/snapshot.ts'
import { takeSnapshot } from '../../page/take-snapshot.ts'
import { NothingBeyond } from '../../session/beyond.ts'
import { openUnled } from '../../session/early.ts'
import { openEntrancePassed } from '../../session/entrance.ts'
import { passInterlude } from '../../session/interludes.ts'
import { observe } from '../../session/observe.ts'
import { performStep } from '../../session/perform-step.ts'
import type { Bench } from './bench.ts'
import { NotLed, Unproven } from './outcome.ts'
import type { Person } from './person.ts'
import { poll } from './poll.ts'

/** What is done at one moment of a walk. */
export interface ScreenEvent {
  event: string
  screen: string
  /** The event is refused. */
  refused: boolean
}

/** Performs one event of a flow. @param isSpoilt what it sends will not arrive as it should */
export async function doStep(
  person: Person,
  flow: Flow,
  { event, screen }: ScreenEvent,
  isSpoilt = false,
): Promise<void> {
  await performStep(person.session, flow, event, { screen, isSpoilt })
}

/** Looks for the screen of a moment; `undefined` where the page goes away meanwhile. */
const seek = ({ session }: Person, flow: Flow, { state, signedIn }: Moment, snapshot?: Snapshot) =>
  observe(session, stateMetaOf(flow, state), { signedIn, snapshot }).catch((error: unknown) => {
    if (error instanceof NothingBeyond) throw new Unproven(error.message)
  })

/** Whether the screen of a moment is there before patience ends. Where the product does not lead to it, people go there. */
export async function isThere(person: Person, flow: Flow, moment: Moment): Promise<boolean> {
  await openUnled(person.session, moment.screen)
  return poll(async () => {
    const seen = await seek(person, flow, moment)
    if (seen?.missing.length === 0) return true
    if (seen && (await openEntrancePassed(person.session, moment.screen))) return true
    if (seen) await passInterlude(person.session, seen.snapshot)
    return false
  }, person.patience)
}

/**
 * Which of these moments one look at the page shows. Where it is none of them, what has come in between is passed, so that another look
 * may find one.
 */
export async function shownOf<Place extends Moment>(
  person: Person,
  flow: Flow,
  moments: readonly Place[],
): Promise<Place[]> {
  const snapshot = await takeSnapshot(person.page).catch(() => undefined)
  if (!snapshot) return []
  const shown: Place[] = []
  for (const moment of moments)
    if ((await seek(person, flow, moment, snapshot))?.missing.length === 0) shown.push(moment)
  if (shown.length === 0) await passInterlude(person.session, snapshot)
  return shown
}

/**
 * Someone walks a flow to the end of these events.
 * @param onStep performs each event, and nothing else
 * @throws Unproven when a screen on the way does not come
 */
export async function walkTo(
  bench: Bench,
  flow: Flow,
  given: string,
  events: string[],
  onStep?: (person: Person, step: ScreenEvent) => Promise<void>,
): Promise<Person> {
  const person = await bench.person({ flow: flow.id, given })
  if (flow.signedInAtProvider?.includes(given)) await person.session.signInAtProvider()
  await walkOn(person, flow, walk(flow, given, events), onStep)
  return person
}

/** Continues from the first of these moments to the last. @throws Unproven when a screen on the way does not come */
export async function walkOn(
  person: Person,
  flow: Flow,
  moments: Moment[],
  onStep = (who: Person, step: ScreenEvent) => doStep(who, flow, step),
): Promise<void> {
  for (const [n, moment] of moments.entries()) {
    const before = moments[n - 1]
    if (!before || !moment.edge) continue
    const { event, meta } = moment.edge
    await onStep(person, { event, screen: before.screen, refused: meta.refused === true })
    if (!(await isThere(person, flow, moment)))
      throw new NotLed(
        `${flow.id}/${moment.edge.id}`,
        `${flow.id}: ${moment.edge.id} did not lead to “${person.session.screen(moment.screen).heading}”.`,
      )
  }
}

/**
 * Whether somebody did not get on because of a transition that the profile accepts to be otherwise. What lies behind it is then no part of
 * this product.
 */
export const isAcceptedEnd = ({ target }: Bench, error: unknown): boolean =>
  error instanceof NotLed && target.acceptances?.some(({ of }) => of.includes(error.transition)) === true

/** The events that the model allows at a moment. */
export const allowedAt = (flow: Flow, moment: Moment): Set<string> =>
  new Set(choicesAt(flow, moment).map(({ event }) => event))
