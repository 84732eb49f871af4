import type { Evidence } from './event.ts'
import type { Observation } from './observation.ts'
import { sameLabel } from './screen.ts'

/** Whether an observation has everything that a evidence asks for. */
export function isShownBy(evidence: Evidence, { did, by, shown, refusal }: Observation): boolean {
  const sent = did?.what === 'send' ? did : undefined
  const { press, on, fields = {}, returned, message } = evidence
  return (
    asked(evidence.refusal, refusal) &&
    asked(evidence.by, by) &&
    asked(evidence.shown, shown?.screen) &&
    asked(on, sent?.screen) &&
    (!returned || did?.what === 'return') &&
    (press === undefined || (sent?.press !== undefined && sameLabel(press, sent.press))) &&
    (message === undefined || message === (shown?.message !== undefined)) &&
    Object.entries(fields).every(([label, symbol]) => sent?.fields[label]?.includes(symbol))
  )
}

const asked = <T>(wanted: T | undefined, seen: T | undefined) => wanted === undefined || wanted === seen
