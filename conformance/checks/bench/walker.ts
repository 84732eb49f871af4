import type { Flow } from '../../../machines/model/flow.ts'
import { begin, type Moment, type Reached, reach, walkFrom } from '../../../machines/model/walk.ts'
import type { Bench } from './bench.ts'
import { NotLed } from './outcome.ts'
import type { Person } from './person.ts'
import { canSend } from './reachable.ts'
import { walkOn, walkTo } from './walk-to.ts'

/** Somewhere in a flow where something is tried. */
export interface Stop {
  /** The shortest way there from the beginning. */
  given: string
  events: string[]
  /** Whether it can as well be tried at this moment, which another way has led to. */
  isAt(moment: Moment, given: string): boolean
}

/** Where somebody is. */
export interface Position {
  given: string
  moment: Moment
}

/** How somebody gets to a stop. */
export interface Route<Next extends Stop = Stop> {
  stop: Next
  /** What the walker does from where they are; `undefined` where a new person comes. */
  way?: Moment[]
}

/** One may have met a busy machine. */
const ENOUGH = 2

/**
 * Goes from stop to stop of a flow with as few people as possible: a check that sent somebody new to each would spend most of its
 * time on the way there.
 */
export class Walker {
  readonly bench: Bench
  readonly #flow: Flow
  #person: Person | undefined
  /** `undefined` while it is not known. */
  #at: Position | undefined
  /** How many new people a transition has not led on, and how the last one ended. */
  readonly #closed = new Map<string, { people: number; error: NotLed }>()

  constructor(bench: Bench, flow: Flow) {
    this.bench = bench
    this.#flow = flow
  }

  /** The shortest of the routes to these stops; `undefined` where there is no stop. */
  nearest<Next extends Stop>(stops: Iterable<Next>): Route<Next> | undefined {
    const reached = this.#reached()
    const routes = [...stops].map((stop) => this.#routeTo(stop, reached))
    return routes.toSorted((a, b) => costOf(a) - costOf(b))[0]
  }

  /**
   * @throws Unproven when a screen on the way does not come: at once, where it has not come for {@link ENOUGH} new people before, as each
   * of them waits until patience ends
   */
  async go({ stop, way }: Route): Promise<Position & { person: Person }> {
    const from = way && this.#at
    if (!from) await this.leave()
    this.#at = undefined
    const { given, events } = stop
    const moments = way ?? walkFrom(this.#flow, begin(this.#flow, given), events)
    this.#requireOpen(moments)
    if (from && this.#person) await walkOn(this.#person, this.#flow, moments)
    else this.#person = await walkTo(this.bench, this.#flow, given, events).catch(this.#remember)
    return { person: this.#person, given: from?.given ?? given, moment: moments.at(-1) as Moment }
  }

  #requireOpen(moments: readonly Moment[]) {
    for (const { edge } of moments) {
      const closed = edge && this.#closed.get(`${this.#flow.id}/${edge.id}`)
      if (closed && closed.people >= ENOUGH) throw closed.error
    }
  }

  #remember = (error: unknown): never => {
    if (error instanceof NotLed) {
      const people = (this.#closed.get(error.transition)?.people ?? 0) + 1
      this.#closed.set(error.transition, { people, error })
    }
    throw error
  }

  /** The person is there, and can go on. */
  stay(at: Position): void {
    this.#at = at
  }

  /** Ends with this person. */
  async leave(): Promise<void> {
    await this.#person?.session.context.close()
    this.#person = undefined
    this.#at = undefined
  }

  #reached(): Reached[] {
    const { target } = this.bench
    return this.#at
      ? reach(this.#flow, this.#at.moment, (edge) => !edge.meta.refused && canSend(this.#flow, target, edge))
      : []
  }

  #routeTo<Next extends Stop>(stop: Next, reached: Reached[]): Route<Next> {
    const at = this.#at
    // A new person may have a shorter way.
    const near = reached.filter(({ events }) => events.length <= stop.events.length)
    const found = at && near.find(({ moment }) => stop.isAt(moment, at.given))
    return found ? { stop, way: walkFrom(this.#flow, at.moment, found.events) } : { stop }
  }
}

/** In steps; a new person costs one more. */
const costOf = ({ stop, way }: Route) => (way ? way.length - 1 : stop.events.length + 1)
