import type { Flow } from '../../machines/model/flow.ts'
import { begin, send, walk } from '../../machines/model/walk.ts'
import { beginning, type Place, readAddress } from '../simulator/walk/address.ts'
import { splitChoices } from '../simulator/walk/choices.ts'

/** More than any documented way to a goal has; a flow without a goal ends there. */
const LONGEST = 60

/** The way that “Do it for me” leads, from a given to the goal. */
export function documentedWalk(flow: Flow, given = beginning(flow).given): Place {
  const moments = [begin(flow, given)]
  for (let now = moments[0]; now && !now.goal && moments.length <= LONGEST; now = moments.at(-1)) {
    const [edge] = splitChoices(flow, moments, moments.length - 1).documented
    const next = edge && send(flow, now, edge.event)
    if (!next) break
    moments.push(next)
  }
  const events = moments.flatMap(({ edge }) => edge?.event ?? [])
  return { ...beginning(flow), given, walk: events, at: events.length }
}

/**
 * The walk up to the moment that a link names (“Copy link”), in model mode; without one, the documented way to the goal.
 * @returns undefined where the link leads into another flow, or names a walk that the flow does not have
 */
export function walkAt(flow: Flow, link?: string): Place | undefined {
  if (link === undefined) return documentedWalk(flow)
  const hash = link.slice(link.indexOf('#') + 1)
  const { given, walk: events, at } = readAddress(flow, hash)
  const asked = new URLSearchParams(hash).get('walk')?.split(',')
  const known = walk(flow, given, events)
  if (asked?.length !== events.length || known.length !== events.length + 1) return undefined
  return { ...beginning(flow), given, walk: events.slice(0, at), at }
}
