import type { Flow } from '../../machines/model/flow.ts'
import { walk } from '../../machines/model/walk.ts'
import { beginning, type Place, readAddress } from '../simulator/walk/address.ts'
import { documentedWay } from '../simulator/walk/documented-way.ts'

/** The documented way to the goal, from the flow's first given. */
export function documentedWalk(flow: Flow): Place {
  const start = beginning(flow)
  const events = documentedWay(flow, start.given).map(({ event }) => event)
  return { ...start, walk: events, at: events.length }
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
