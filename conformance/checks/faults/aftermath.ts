import type { Page } from '@playwright/test'
import { stateMetaOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { choicesAt, type Moment, reach, walkFrom } from '../../../machines/model/walk.ts'
import { inWords } from '../../page/snapshot.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { NotThere } from '../../session/find.ts'
import { goBack } from '../../session/go-back.ts'
import { isIn } from '../../session/signed-in.ts'
import { enterPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { canBeSeen, canSend, reachable } from '../bench/reachable.ts'
import { shownOf, walkOn } from '../bench/walk-to.ts'
import type { Attempt } from './attempts.ts'

/** How long a screen may take for which nothing is under way, in milliseconds. */
const SOON = 1_000
const PAUSE = 50

/** How it is when nothing goes wrong. */
export interface Before {
  /** Whether someone is logged in, before or afterwards. */
  mayBeIn: boolean
  /** What the flow can change, before the attempt; `undefined` where it changes nothing that can be seen. */
  baseline: string | undefined
}

/** How it is after a fault. */
export interface Aftermath {
  /**
   * The person is at no screen of the flow, is logged in without having logged in, or cannot do what they wanted any more.
   * Absent when they can, or when it is done.
   */
  problem?: string
  /** Where they are now, if they got where they wanted to. */
  at?: Moment
}

/** What comes of an attempt that a fault met, when the person does all that people do then. */
export async function whatComesOf(
  person: Person,
  flow: Flow,
  { given, before, after }: Attempt,
  { mayBeIn, baseline }: Before,
): Promise<Aftermath> {
  const known = reachable(flow, person.bench.target, given).map(({ moment }) => moment)
  const places = [after, before, ...known].filter(({ screen }) => canBeSeen(person.bench.target, screen))
  const here = await findBack(person, flow, places)
  if (here.length === 0) return { problem: `one ends at ${inWords(await person.snapshot())}` }
  if (!mayBeIn && isIn(await person.signedIn()))
    return { problem: 'a person is logged in who had not logged in' }
  const tried = new Set<Moment>()
  const at = await goOn(person, flow, { here, places, wanted: after, tried })
  if (at) return { at }
  const ends = inWords(await person.snapshot())
  if (await hasChanged(person, flow, baseline)) return {}
  if (await goesOnInMail(person, flow, after)) return {}
  if (tried.size > 0) {
    const anew = await beginAnew(person, flow, places, after)
    return anew ? { at: anew } : { problem: `it cannot be done any more: one ends at ${ends}` }
  }
  if (!person.bench.optionalRole('login'))
    throw new Unproven(`it is not seen whether it was done: one ends at ${ends}`)
  return (await canLogIn(person)) ? {} : { problem: `no password logs in any more: one ends at ${ends}` }
}

/** Where a person is who tries to get what they wanted from there, by each way that the flow has. */
interface Try {
  here: Moment[]
  places: Moment[]
  wanted: Moment
  /** From where it was tried. */
  tried: Set<Moment>
}

/** Goes on to what was wanted; `undefined` where no way leads there any more. */
async function goOn(
  person: Person,
  flow: Flow,
  { here, places, wanted, tried }: Try,
): Promise<Moment | undefined> {
  for (let at = here; ; at = await whereIs(person, flow, places)) {
    const from = at.find((moment) => !tried.has(moment) && wayTo(person, flow, moment, wanted))
    if (!from) return undefined
    tried.add(from)
    const way = wayTo(person, flow, from, wanted) ?? []
    if (await walks(person, flow, way)) return way.at(-1)
  }
}

/** People open the first page again where nothing else helps: half a login may be spent, and the page says so. */
async function beginAnew(person: Person, flow: Flow, places: Moment[], wanted: Moment) {
  await person.open(person.session.arranged.url)
  const here = await findBack(person, flow, places)
  return goOn(person, flow, { here, places, wanted, tried: new Set() })
}

/** Whether it is done already, as far as the flow changes something that can be seen. */
const hasChanged = ({ session }: Person, flow: Flow, baseline: string | undefined) =>
  isSo(async () => baseline !== undefined && (await evidenceOf(session, flow)) !== baseline)

/** Whether it is done already, so that a mail leads on. */
async function goesOnInMail(person: Person, flow: Flow, after: Moment): Promise<boolean> {
  const mailed = choicesAt(flow, after).filter(
    ({ event, meta }) => flow.events[event]?.at === 'mail' && !meta.refused,
  )
  for (const { event } of mailed) if (await walks(person, flow, walkFrom(flow, after, [event]))) return true
  return false
}

/** The places where the person may stand once they have done what people do: look, load the page again, go back. */
async function findBack(person: Person, flow: Flow, places: Moment[]): Promise<Moment[]> {
  const { page, session, patience } = person
  for (const attempt of [async () => {}, () => page.reload(), () => goBack(page)]) {
    await attempt().catch(() => undefined)
    await session.settling.settled(patience)
    const until = Date.now() + ((await isStill(page)) ? 0 : SOON)
    do {
      const here = await whereIs(person, flow, places)
      if (here.length > 0) return here
      await page.waitForTimeout(PAUSE)
    } while (Date.now() < until)
  }
  return []
}

/** Whether nothing will change on a page by itself: it has no script, and leads nowhere. */
const isStill = (page: Page): Promise<boolean> =>
  page
    .locator('script, meta[http-equiv=refresh i], iframe')
    .count()
    .then(
      (count) => count === 0,
      () => false,
    )

/** Those of the places that show; alike ones show alike. */
async function whereIs(person: Person, flow: Flow, places: Moment[]): Promise<Moment[]> {
  const metaOf = ({ state }: Moment) => JSON.stringify(stateMetaOf(flow, state))
  const alike = Map.groupBy(places, metaOf)
  const shown = await shownOf(
    person,
    flow,
    [...alike.values()].flatMap(([first]) => first ?? []),
  )
  const metas = new Set(shown.map(metaOf))
  return places.filter((place) => metas.has(metaOf(place)))
}

/** The moments between one and what was wanted, both included. */
function wayTo(person: Person, flow: Flow, from: Moment, wanted: Moment): Moment[] | undefined {
  const { target } = person.bench
  const reached = reach(flow, from, (edge) => !edge.meta.refused && canSend(flow, target, edge))
  const there = reached.find(({ moment }) => moment.state === wanted.state)
  return there && walkFrom(flow, from, there.events)
}

const walks = (person: Person, flow: Flow, way: Moment[]) =>
  isSo(async () => {
    await walkOn(person, flow, way)
    return true
  })

/** Whether something can be seen to be so; what cannot be got at is not. */
async function isSo(holds: () => Promise<boolean>): Promise<boolean> {
  try {
    return await holds()
  } catch (error) {
    if (error instanceof Unproven || error instanceof NotThere) return false
    throw error
  }
}

/** Whether the password that was chosen last opens the login at another computer, or the one before it. */
async function canLogIn(person: Person): Promise<boolean> {
  const { chosenPassword } = person.session
  for (const password of [...(chosenPassword ? ['new'] : []), 'right']) {
    const elsewhere = await person.bench.elsewhere(person)
    elsewhere.session.choosePassword(chosenPassword)
    const logsIn = await isSo(async () => {
      await toPassword(elsewhere)
      return !(await elsewhere.errorAfter(() => enterPassword(elsewhere, password)))
    })
    await elsewhere.session.context.close()
    if (logsIn) return true
  }
  return false
}
