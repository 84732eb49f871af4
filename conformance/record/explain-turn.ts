import type { Edge } from '../../machines/model/edges.ts'
import type { EventSpec } from '../../machines/model/event.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { pressable, type Screen } from '../../machines/model/screen.ts'
import { choicesAt, type Moment, send } from '../../machines/model/walk.ts'
import { type Override, type Overrides, overrideOf } from '../targets/overrides.ts'
import { fieldCost, isCalled, screenCost } from './resemblance.ts'
import type { FieldSeen, PageSeen, Pressed, Turn } from './seen.ts'

/** What a walk is understood with. */
export interface Known {
  pack: Pack
  flow: Flow
  /** What the profile says already. */
  overrides?: Overrides | undefined
}

/** One transition that was taken, and by what. */
export interface Taken {
  edge: Edge
  spec: EventSpec
  /** Where it leads. */
  to: Moment
  /** The screen where it was taken, and the page that showed it; without a page an address was opened. */
  screen: string
  page?: PageSeen
  /** Documented label → the field that was filled in; `undefined` where the page has no such field. */
  fields: Readonly<Record<string, FieldSeen | undefined>>
  /** What was pressed; `undefined` where the page went on without it. */
  pressed?: Pressed
  /** The page after it, where it was the last of its turn. */
  after?: PageSeen
}

/** One way to understand a turn. */
export interface Explanation {
  to: Moment
  taken: readonly Taken[]
  cost: number
}

/** Most transitions that one turn may take: a form of several fields, and a screen or two that the product does not have. */
const MOST = 6
/** Above it nothing is understood any more. */
const DEAREST = 7

/** What it costs where… */
const costs = {
  /** …a field that the event fills in is not there. */
  withoutField: 1.2,
  /** …something was typed that the events do not have. */
  typedBesides: 2,
  /** …something documented was not pressed, and the page went on all the same. */
  passedOver: 0.5,
  /** …a whole screen was passed over: nothing was filled in there. */
  passedScreen: 1,
  /** …the button of a form is taken for one of a screen after it. */
  pressedLater: 0.8,
  /** …a mail was not opened in a tab, while something was done on a page. */
  mailUnopened: 1.5,
  sentByItself: 0.4,
  calledOtherwise: 0.5,
  otherKind: 0.3,
  /** …what was pressed is documented as something else on that screen. */
  calledAnother: 2,
  refusedInSilence: 3,
  takenDespiteAlert: 1.5,
}

/**
 * Every way in which a turn may be transitions of the model, from a moment on. What nobody has documented is none of them: the turn
 * may have changed nothing.
 */
export function explainTurn(known: Known, from: Moment, turn: Turn): Explanation[] {
  const { flow, pack } = known
  const found: Explanation[] = []
  const here = (screen: string) => overrideOf(known.overrides, screen, { flow: flow.id })
  const go = (moment: Moment, taken: readonly Taken[], left: readonly FieldSeen[], cost: number) => {
    if (taken.length >= MOST || cost > DEAREST) return
    const screen = pack.screens[moment.screen]
    if (!screen) return
    for (const { edge, spec, to } of nextOf(flow, moment)) {
      const typed = typedInto(spec, screen, left, here(moment.screen))
      const one: Taken = {
        ...{ edge, spec, to, screen: moment.screen, fields: typed.fields },
        ...(turn.before && { page: turn.before }),
      }
      const soFar = cost + typed.cost + priorOf(edge)
      const ends = endCost(one, screen, turn, here(moment.screen))
      if (ends !== undefined) {
        const after = pack.screens[to.screen]
        const total =
          soFar +
          ends +
          costs.typedBesides * typed.left.length +
          (turn.typed.length > 0 && taken.at(-1)?.spec.press && !spec.fill ? costs.pressedLater : 0) +
          (after ? screenCost(after, turn.after, here(to.screen)) : 0) +
          alertCost(edge, turn)
        const last = {
          ...one,
          ...(turn.pressed && spec.press && { pressed: turn.pressed }),
          after: turn.after,
        }
        if (total <= DEAREST) found.push({ to, taken: [...taken, last], cost: total })
      }
      // A wrong password does not lead on within one turn.
      if (!edge.meta.refused) go(to, [...taken, one], typed.left, soFar + passedCost(spec, turn))
    }
  }
  go(from, [], turn.typed, 0)
  return found
}

interface Next {
  edge: Edge
  spec: EventSpec
  to: Moment
}

const nexts = new WeakMap<Moment, readonly Next[]>()

/** What can be done at a moment, and where it leads; remembered, because many ways go over the same moments. */
function nextOf(flow: Flow, moment: Moment): readonly Next[] {
  const known = nexts.get(moment)
  if (known) return known
  const found = choicesAt(flow, moment).flatMap((edge): Next[] => {
    const spec: EventSpec | undefined = flow.events[edge.event]
    const to = spec && canBeSeen(spec) ? send(flow, moment, edge.event) : undefined
    return spec && to ? [{ edge, spec, to }] : []
  })
  nexts.set(moment, found)
  return found
}

/** Whether a person who walks can have done it, as far as a page shows. */
const canBeSeen = ({ at, leg, as, times = 1, wait, fill = {} }: EventSpec) =>
  !leg && !as && times === 1 && wait === undefined && at !== 'clock' && !Object.values(fill).includes('empty')

/** What it costs that a turn goes on behind an event. */
function passedCost({ at, press, fill }: EventSpec, { before }: Turn): number {
  if (at === 'mail' && before) return costs.mailUnopened
  if (press === undefined) return 0
  return fill ? costs.passedOver : costs.passedScreen
}

/** What is documented comes first. */
function priorOf({ meta }: Edge): number {
  if ('step' in meta) return 0
  return 'sentence' in meta ? 0.2 : 0.4
}

/** The fields that an event fills in, among those that were typed into; each is taken once, the most alike first. */
function typedInto(
  { fill = {} }: EventSpec,
  { fields = [] }: Screen,
  typed: readonly FieldSeen[],
  here: Override,
) {
  const left = [...typed]
  const taken: Record<string, FieldSeen | undefined> = {}
  let cost = 0
  for (const label of Object.keys(fill)) {
    const field = fields.find((one) => one.label === label) ?? { label, holds: 'text' }
    const [best] = left
      .map((seen) => ({ seen, cost: fieldCost(field, seen, here) }))
      .toSorted((a, b) => a.cost - b.cost)
    const isFound = best !== undefined && best.cost < Number.POSITIVE_INFINITY
    taken[label] = isFound ? best.seen : undefined
    cost += isFound ? best.cost : costs.withoutField
    if (isFound) left.splice(left.indexOf(best.seen), 1)
  }
  return { fields: taken, left, cost }
}

/** What it costs that a turn ends with this event; `undefined` where it cannot. */
function endCost(
  { spec, edge }: Taken,
  screen: Screen,
  { before, typed, pressed }: Turn,
  { labels = {} }: Override,
): number | undefined {
  const { at, press, goTo } = spec
  if (!before) return at === 'mail' || goTo !== undefined ? 0.1 : undefined
  if ((at === 'mail') !== (before.mail !== undefined) || goTo !== undefined) return undefined
  if (press === undefined) return pressed || edge.meta.refused ? undefined : 0
  if (!pressed) return typed.length > 0 ? costs.sentByItself : undefined
  if (isCalled(press, labels[press], pressed.name)) return 0
  const isAnother = pressable(screen).some(
    (label) => label !== press && isCalled(label, labels[label], pressed.name),
  )
  const isButton = (screen.buttons ?? []).includes(press)
  return (
    (isAnother ? costs.calledAnother : costs.calledOtherwise) +
    (at !== 'mail' && isButton !== (pressed.kind === 'button') ? costs.otherKind : 0)
  )
}

function alertCost({ meta, source, target }: Edge, { before, after }: Turn): number {
  const isSaid = after.alerts && JSON.stringify(before?.headings) === JSON.stringify(after.headings)
  if (meta.refused) return isSaid ? 0 : costs.refusedInSilence
  return isSaid && source !== target ? costs.takenDespiteAlert : 0
}
