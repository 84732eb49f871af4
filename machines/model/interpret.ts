import type { EventSpec } from './event.ts'
import type { Flow } from './flow.ts'
import type { Did } from './observation.ts'
import { sameLabel } from './screen.ts'
import { choicesAt, type Moment, send } from './walk.ts'

/** One way to understand what was done: the moments that the events of the model lead over, and how much of the form they explain. */
export interface Reading {
  moments: Moment[]
  /** How many fields the events account for, apart from those that were left untouched. */
  fields: number
}

type Fields = Readonly<Record<string, readonly string[]>>

/**
 * Whether an event at that moment matches what was done, apart from the fields that other events of the same form fill.
 */
function matches(spec: EventSpec, { screen }: Moment, did: Did): boolean {
  const { at, goTo, press, key, mail = 'newest', fill = {}, wait } = spec
  const pressed = (label: string | undefined) =>
    press === undefined || label === undefined ? press === label : sameLabel(press, label)
  switch (did.what) {
    case 'visit':
      return goTo === did.address && press === undefined
    case 'follow':
      return at === 'mail' && press !== undefined && sameLabel(press, did.link) && did.was.includes(mail)
    case 'send':
      return (
        at !== 'mail' &&
        screen === did.screen &&
        pressed(did.press) &&
        key === did.key &&
        fills(fill, did.fields)
      )
    case 'wait':
      return wait !== undefined && did.seconds >= wait
    default:
      return false
  }
}

const fills = (fill: Readonly<Record<string, string>>, fields: Fields) =>
  Object.entries(fill).every(([label, symbol]) => fields[label]?.includes(symbol))

/** An event that only fills in. */
const isFilling = ({ at, fill, press }: EventSpec) =>
  at !== 'mail' && fill !== undefined && press === undefined

/**
 * Every way to understand what was done at a moment, as events of the model. A form means the events of its fields, in
 * any order that the machine allows, and then the event of its button. What happened while it was filled in may come
 * anywhere before that.
 * @param meanwhile what happened since the form was opened, and what the model did not know then
 */
export function interpret(flow: Flow, from: Moment, did: Did, meanwhile: readonly Did[] = []): Reading[] {
  if (did.what === 'return') return alone(flow, from, ({ at }) => at === 'provider')
  if (did.what === 'perform') return alone(flow, from, (_, event) => event === did.event)
  const readings: Reading[] = []
  const form = did.what === 'send' || did.what === 'type' ? did : undefined
  const typed: Fields = form?.fields ?? {}
  const fields: Fields = { ...(did.what === 'type' ? did.untouched : {}), ...typed }
  const isOnlyFilled = did.what === 'type' || (did.what === 'send' && did.press === undefined)
  const go = (moments: Moment[], left: string[], waiting: readonly Did[]) => {
    const now = moments.at(-1) ?? from
    const read = Object.keys(typed).filter((label) => !left.includes(label)).length
    if (isOnlyFilled && read > 0) readings.push({ moments: moments.slice(1), fields: read })
    for (const { event } of choicesAt(flow, now)) {
      const spec = flow.events[event]
      const next = spec && send(flow, now, event)
      if (!spec || !next) continue
      const on = [...moments, next]
      const labels = Object.keys(spec.fill ?? {})
      const own = labels.every((label) => left.includes(label))
      if (isFilling(spec)) {
        if (own && form?.screen === now.screen && fills(spec.fill ?? {}, fields))
          go(on, without(left, labels), waiting)
      } else if (own && matches(spec, now, did))
        readings.push({ moments: on.slice(1), fields: read + labels.length })
      const [first, ...rest] = waiting
      if (first && matches(spec, now, first)) go(on, left, rest)
    }
  }
  go([from], Object.keys(fields), meanwhile)
  return readings
}

/** The events that an observation implies without saying how they were done. */
const alone = (flow: Flow, from: Moment, is: (spec: EventSpec, event: string) => boolean): Reading[] =>
  choicesAt(flow, from).flatMap(({ event }) => {
    const spec = flow.events[event]
    const next = spec && is(spec, event) ? send(flow, from, event) : undefined
    return next ? [{ moments: [next], fields: 0 }] : []
  })

const without = (labels: string[], gone: string[]) => labels.filter((label) => !gone.includes(label))

/** The reading that accounts for the most fields, with the fewest events. */
export const bestReading = (readings: Reading[]): Reading | undefined =>
  readings.toSorted((a, b) => b.fields - a.fields || a.moments.length - b.moments.length)[0]
