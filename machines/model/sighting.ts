import type { Sighting } from './event.ts'
import type { Observation } from './observation.ts'
import { sameLabel } from './screen.ts'

/** Whether an observation has everything that a sighting asks for. */
export function isSighted(sighting: Sighting, { did, by, shown, refusal }: Observation): boolean {
  const sent = did?.what === 'send' ? did : undefined
  const { press, on, fields = {}, returned, message } = sighting
  return (
    asked(sighting.refusal, refusal) &&
    asked(sighting.by, by) &&
    asked(sighting.shown, shown?.screen) &&
    asked(on, sent?.screen) &&
    (!returned || did?.what === 'return') &&
    (press === undefined || (sent?.press !== undefined && sameLabel(press, sent.press))) &&
    (message === undefined || message === (shown?.message !== undefined)) &&
    Object.entries(fields).every(([label, symbol]) => sent?.fields[label]?.includes(symbol))
  )
}

const asked = <T>(wanted: T | undefined, seen: T | undefined) => wanted === undefined || wanted === seen
