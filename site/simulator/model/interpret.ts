import type { Flow } from '../../../machines/flow.ts'
import { choicesAt, type Moment, step } from '../../../machines/walk.ts'
import { symbolOf, type Typed, type World } from './values.ts'

/** A form that was sent, as a person sees it. */
export interface Sent {
  /** The name of the button or link that was pressed. */
  pressed: string
  typed: Typed
}

const plain = (label: string) => label.toLowerCase().replace(/[?!.…:*\s]+$/, '')

/**
 * The events that a sent form stands for, in order: first what was typed into fields that have events of their own, then the
 * button. Ends at the first thing that the model does not know; `stuck` says whether that happened.
 */
export function interpret(flow: Flow, moment: Moment, sent: Sent, world: World) {
  const events: string[] = []
  let now = moment
  for (;;) {
    const next = typedEvent(flow, now, sent, world, events) ?? pressedEvent(flow, now, sent, world)
    const after = next && step(flow, now, next)
    if (!after) return { events, stuck: true }
    events.push(next)
    if (flow.events[next]?.press) return { events, stuck: false }
    now = after
  }
}

/** A field may have an event of its own, without a button; each is sent once, and only if something was typed. */
function typedEvent(flow: Flow, moment: Moment, { typed }: Sent, world: World, sent: string[]) {
  const choices = choicesAt(flow, moment).filter(({ event }) => !flow.events[event]?.press)
  for (const [label, value] of Object.entries(typed)) {
    if (value === '') continue
    const symbols = new Map(
      choices.flatMap(({ event }) => {
        const symbol = flow.events[event]?.fill?.[label]
        return symbol === undefined ? [] : [[symbol, event] as const]
      }),
    )
    const event = symbols.get(symbolOf(label, [...symbols.keys()], typed, world) ?? '')
    const done = sent.some((before) => label in (flow.events[before]?.fill ?? {}))
    if (event && !done) return event
  }
  return undefined
}

/** The choices behind a button differ by what was typed into the form's fields. */
function pressedEvent(flow: Flow, moment: Moment, { pressed, typed }: Sent, world: World) {
  const choices = choicesAt(flow, moment).filter(({ event }) => {
    const press = flow.events[event]?.press
    return press !== undefined && plain(press) === plain(pressed)
  })
  const fits = choices.filter(({ event }) =>
    Object.entries(flow.events[event]?.fill ?? {}).every(([label, symbol]) => {
      const offered = choices.flatMap((choice) => flow.events[choice.event]?.fill?.[label] ?? [])
      return symbolOf(label, offered, typed, world) === symbol
    }),
  )
  return fits[0]?.event
}
