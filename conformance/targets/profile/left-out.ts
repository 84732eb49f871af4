import { type Edge, edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { mailWith } from '../../../machines/model/perform.ts'
import { leadsBack } from '../../packs/leads-back.ts'
import { isAbsent, isNowhere, isUnneeded, type Overrides, overrideOf, type Place } from '../overrides.ts'

/**
 * Why a transition cannot be taken at a target: all that its event does is press something that the profile says is not there, or
 * type into such fields, and nothing takes its place. An event that types something may still be sent without its button. What the
 * documentation has as a step is passed over without its field, absent or not needed; anything else typed there, such as another value,
 * cannot be tried. Nor can an empty field where the product needs no button: nothing is sent. An absent link of a mail is left out where another one of the same
 * mail leads the same way.
 * @param transition its id
 */
export function whyLeftOut(
  packs: readonly Pack[],
  overrides: Overrides | undefined,
  flowId: string,
  transition: string,
): string | undefined {
  const pack = packs.find(({ flows }) => flows.some(({ id }) => id === flowId))
  const flow = pack?.flows.find(({ id }) => id === flowId)
  const edge = flow && edgesOf(flow).find(({ id }) => id === transition)
  if (!pack || !flow || !edge) return undefined
  const { press, fill, goTo, leg, does, at } = flow.events[edge.event] ?? {}
  // A mail is opened from any screen: what is said of that screen does not count for its links.
  const from = screenOf(flow, edge.source)
  const screen = at === 'mail' && press ? mailWith(pack, press, from) : from
  const { absent, signedIn, labels = {} } = overrideOf(overrides, screen, { flow: flowId })
  const isOnly = () => !pressedBeside(flow, edge).some((label) => !isNowhere(labels[label]))
  if ((at !== 'screen' && at !== 'mail') || goTo || leg || does || (at === 'mail' && isOnly()))
    return undefined
  // On a screen that is not there nothing is done, and the person is past it: what leads on has happened, what leads back cannot.
  if (absent !== undefined)
    return signedIn === undefined &&
      'inferred' in edge.meta &&
      leadsBack(flow, screenOf(flow, edge.target), from)
      ? `There is no screen “${pack.screens[screen]?.heading}”: ${absent}`
      : undefined
  const sender = press === undefined ? undefined : labels[press]
  const isBlank = fill && Object.values(fill).every((symbol) => symbol === 'empty')
  if (isBlank && isUnneeded(sender)) return `Nothing is sent without “${press}”: ${sender.unneeded}`
  const isStep = edgesOf(flow).some(({ event, meta }) => event === edge.event && 'step' in meta)
  if (fill && (isStep || (press && !isNowhere(sender)))) return undefined
  const needed = fill ? Object.keys(fill) : press ? [press] : []
  const [first] = needed
  const gone = needed.map((label) => whyGone(labels[label], fill !== undefined))
  return first !== undefined && gone.every((why) => why !== undefined)
    ? `There is no “${first}”: ${gone[0]}`
    : undefined
}

/** What else is pressed in the same mail that leads to the same state. */
const pressedBeside = (flow: Flow, { id, source, target }: Edge): string[] =>
  edgesOf(flow)
    .filter((other) => other.id !== id && other.source === source && other.target === target)
    .flatMap(({ event }) => flow.events[event]?.press ?? [])

/** What is not needed is done by the product itself: where it is pressed; but nobody can type there. */
function whyGone(here: Place, isTyped: boolean): string | undefined {
  if (isAbsent(here)) return here.instead ? undefined : here.absent
  return isTyped && isUnneeded(here) ? here.unneeded : undefined
}
