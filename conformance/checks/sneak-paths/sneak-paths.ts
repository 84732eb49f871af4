import type { Flow } from '../../../machines/model/flow.ts'
import { NotThere } from '../../session/find.ts'
import { isIn } from '../../session/signed-in.ts'
import { Jar } from '../bench/jar.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isAcceptedEnd } from '../bench/walk-to.ts'
import { type Route, Walker } from '../bench/walker.ts'
import { type Check, defineCheck } from '../check.ts'
import { type Bound, ownRequest } from './bound.ts'
import { type Found, find, isUnchanged } from './found.ts'
import { type Learned, learnRequests, repeatWhereAllowed } from './learn.ts'
import { carriesCredentials, inSession } from './marked.ts'
import { placesOf, type TestedState } from './places.ts'

/**
 * Sneak paths of a flow: in every state the requests of the events that the model does not allow there, sent with the
 * person's cookies. Afterwards the person is where they were, or sent back, and no one is logged in who was not before.
 */
export const sneakPaths = (flow: Flow): Check =>
  defineCheck({
    id: `SNK.${flow.id}`,
    title: `In no state of ${flow.id} an event that the model does not allow there gets anywhere`,
    source: '2.3.1; 8.2.1',
    level: 'MUST',
    asvsLevel: 1,
    roles: [],
    needs: [],
    flow: flow.id,
    seconds: 900,
    claims: {
      refused: 'requests that are not allowed in a state get nowhere, and leave the person where they were',
    },
    async prove(bench) {
      const learned = await learnRequests(bench, flow)
      if (learned.size === 0)
        throw new NotTestable(
          `No event of ${flow.id} sends anything to the target that depends on what came before.`,
        )
      const known: Known = { learned, bound: new Map(), sendBack: new Set() }
      for (const [event, request] of [...learned]) {
        const { error, ofOneSandbox = false, given = [] } = await repeatWhereAllowed(bench, flow, request)
        known.bound.set(event, { ofOneSandbox, given })
        if (error === undefined) continue
        learned.delete(event)
        bench.unproven(
          'refused',
          `The control fails: the request of ${event}, sent again where it is allowed, is answered with “${error}”.`,
        )
      }
      const gained: string[] = []
      const unreached: string[] = []
      let tried = 0
      let whole = 0
      const walker = new Walker(bench, flow)
      const left = new Set(placesOf(flow, bench.target))
      for (let route = walker.nearest(left); route; route = walker.nearest(left)) {
        left.delete(route.stop)
        const outcome = await sneakAt(flow, walker, route, known)
        tried += outcome.tried
        whole += outcome.whole
        gained.push(...outcome.gained)
        unreached.push(...outcome.unreached)
      }
      await walker.leave()
      if (tried === 0 && whole > 0)
        throw new NotTestable(
          'Every request that can be sent out of order is a whole login, which skips no step.',
        )
      if (tried === 0)
        throw new Unproven(
          ['No state was reached where something could be tried', ...unreached].join('; ').concat('.'),
        )
      bench.claim('refused', gained.length === 0, gained.join('; '))
      if (unreached.length > 0)
        bench.unproven('refused', `Not reached, so not tried: ${unreached.join('; ')}`)
    },
  })

/** What is known of the events of a flow. */
interface Known {
  learned: ReadonlyMap<string, Learned>
  /** What of their request belongs to one session. */
  bound: Map<string, Bound>
  /** People were sent back after them. They come last, because somebody has to come again after each. */
  sendBack: Set<string>
}

async function sneakAt(
  flow: Flow,
  walker: Walker,
  route: Route<TestedState>,
  { learned, bound, sendBack }: Known,
) {
  const { stop: place } = route
  const { given, moment } = place
  const gained: string[] = []
  let tried = 0
  let whole = 0
  let here: Here | undefined
  const lastOnes = (event: string) => Number(sendBack.has(event))
  for (const event of place.refused.toSorted((a, b) => lastOnes(a) - lastOnes(b))) {
    const request = learned.get(event)
    if (!request) continue
    try {
      let at = here ?? (await arrive(flow, walker, tried === 0 ? route : { stop: place }))
      let came = await sneak(at, flow, place, request, bound.get(event))
      if (came.gained) {
        // What was sent before may be the rest of a whole login. It counts where this request alone gains it.
        await walker.leave()
        at = await arrive(flow, walker, { stop: place })
        came = await sneak(at, flow, place, request, bound.get(event))
      }
      const { after, gained: got, isWhole } = came
      here = isWhole ? undefined : at
      if (isWhole) whole += 1
      if (!after) continue
      tried += 1
      if (got) gained.push(`${event} at ${moment.state} (${given}) ${got}`)
      if (after.where === 'sent-back') sendBack.add(event)
      // Someone who was sent back has to come again.
      here = after.where === 'there' && !got ? { person: at.person, before: after } : undefined
    } catch (error) {
      if (!(error instanceof Unproven || error instanceof NotThere)) throw error
      await walker.leave()
      const unreached = isAcceptedEnd(walker.bench, error)
        ? []
        : [`${moment.state} (${given}): ${error.message}`]
      return { tried, whole, gained, unreached }
    }
  }
  if (here) walker.stay({ given, moment })
  return { tried, whole, gained, unreached: [] }
}

/** Someone at a place, and how they are found there. */
interface Here {
  person: Person
  before: Found
}

interface Sneaked {
  /** How the person is found afterwards; `undefined` where nothing was tried. */
  after?: Found
  /** What the request got. */
  gained?: string
  /** It logs in without anything before it: then it is a whole login, and skips no step. */
  isWhole?: boolean
}

/** Sends the request of an event that is not allowed where the person is, if it can be made of what this session gives. */
async function sneak(
  { person, before }: Here,
  flow: Flow,
  place: TestedState,
  request: Learned,
  bound?: Bound,
): Promise<Sneaked> {
  const jar = await Jar.of(person)
  const sent = await ownRequest(jar, person, request, bound)
  if (!sent) {
    await jar.close()
    return {}
  }
  await jar.send(sent)
  const letIn = !before.isIn && isIn(await jar.signedIn())
  await jar.giveTo(person)
  await jar.close()
  if (letIn && carriesCredentials(request) && (await letsAnybodyIn(person, request))) return { isWhole: true }
  // A screen that was there before has its time to come up again.
  const after = (await isUnchanged(person, before))
    ? before
    : await find(person, flow, place, before.where === 'there' ? person.patience : undefined)
  // Someone who ends their own session gains nothing by it.
  const hasLeft = before.isIn && !after.isIn
  if (letIn) return { after, gained: 'opened a session' }
  if (!hasLeft && (after.isIn !== before.isIn || after.says !== before.says))
    return { after, gained: 'changed what the person has' }
  if (before.where === 'there' && after.where === 'elsewhere') return { after, gained: 'led on' }
  return { after }
}

/** @throws Unproven when a screen on the way does not come, not even for a new person */
async function arrive(flow: Flow, walker: Walker, route: Route<TestedState>): Promise<Here> {
  try {
    const { person } = await walker.go(route)
    return { person, before: await find(person, flow, route.stop) }
  } catch (error) {
    if (!route.way || !(error instanceof Unproven || error instanceof NotThere)) throw error
    return arrive(flow, walker, { stop: route.stop })
  }
}

/** Whether a request logs in without anything before it, with a code of its own: then it is a whole login, and skips no step. */
async function letsAnybodyIn(person: Person, request: Learned): Promise<boolean> {
  const anonymous = await Jar.with(person)
  await anonymous.sendFresh(await inSession(person.session, request))
  const isLoggedIn = isIn(await anonymous.signedIn())
  await anonymous.close()
  return isLoggedIn
}
