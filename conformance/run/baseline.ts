import type { Edge } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { overridesFor } from '../session/overrides.ts'
import type { Session } from '../session/session.ts'
import { elementAt, isNowhere } from '../targets/overrides.ts'

/** A step that is done, and what was seen then by the person who was looked at. */
interface Done {
  flow: Flow
  edge: Edge
  /** The screen on which it was done. */
  screen: string
  person: Session
  snapshot: Snapshot
}

/**
 * What was on the page before a message was expected: it is no message. What comes while somebody types may be one already, for a form
 * may check each letter, and says nothing more when it is sent.
 */
export class Baseline {
  #snapshot: Snapshot | undefined
  /** Whether nothing but typing has been done since something was refused. */
  #isBehindRefusal = false

  constructor(first: Snapshot | undefined) {
    this.#snapshot = first
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot
  }

  note({ flow, edge, screen, person, snapshot }: Done): void {
    const { shows, refused } = edge.meta
    if (shows) {
      this.#isBehindRefusal = refused === true
      return
    }
    const isTyping = typesOnly(flow, edge, overridesFor(person, screen).labels)
    // Many forms begin to check each letter once they have refused something.
    if (isTyping && this.#isBehindRefusal) return
    this.#isBehindRefusal = false
    const now = person.lingering.without(snapshot)
    this.#snapshot = isTyping && this.#snapshot ? withoutNewAlerts(now, this.#snapshot) : now
  }
}

/** Whether an event fills in, and presses nothing that is there. */
function typesOnly(flow: Flow, { event }: Edge, here: ReturnType<typeof overridesFor>['labels']): boolean {
  const { at, fill, press, goTo, wait, leg, does } = flow.events[event] ?? {}
  const isPressed = press !== undefined && !isNowhere(elementAt(here?.[press]))
  return at === 'screen' && fill !== undefined && !(isPressed || goTo || wait || leg || does)
}

/** A rule that is shown while one types is no message, and neither is a status; what alarms people is one. */
function withoutNewAlerts(now: Snapshot, before: Snapshot): Snapshot {
  const isKnown = (text: string) => before.alerts.includes(text) || now.statuses.includes(text)
  return { ...now, alerts: now.alerts.filter(isKnown) }
}
