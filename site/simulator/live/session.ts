import type { Flow } from '../../../machines/model/flow.ts'
import type { Observation } from '../../../machines/model/observation.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { observe, startTrack, type Track } from '../../../machines/model/track.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import type { LiveMail } from './mails.ts'
import { observationOf } from './observation-of.ts'
import type { Control } from './sandbox.ts'

/** What is known of a sandbox at a moment. */
export interface SessionState {
  /** Everything that happened, in order. */
  events: readonly NumberedEvent[]
  /** The newest first. */
  mails: readonly LiveMail[]
  /** How far the sandbox's clock is ahead of this one, in ms. */
  ahead: number
  /** Where the model says one is. */
  track: Track
}

export interface SessionOptions {
  pack: Pack
  flow: Flow
  given: string
  control: Control
  /** See {@link SessionState.ahead}. */
  ahead: number
  /** Numbers of events that happened while the person was at another computer. */
  elsewhere?: readonly number[] | undefined
  /** Is called with each event, before it is followed. */
  onEvent?(event: NumberedEvent): void
}

/** How long something may take that was caused before, in ms. */
const PATIENCE = 8_000

/** A sandbox as the simulator follows it: everything that happens in it, and what the model makes of it. */
export class LiveSession {
  #state: SessionState
  readonly #control: Control
  readonly #listeners = new Set<() => void>()
  readonly #elsewhere: Set<number>
  readonly #onEvent: SessionOptions['onEvent']
  #isElsewhere = false

  constructor({ pack, flow, given, control, ahead, elsewhere = [], onEvent }: SessionOptions) {
    this.#control = control
    this.#onEvent = onEvent
    this.#elsewhere = new Set(elsewhere)
    this.#state = { events: [], mails: [], ahead, track: startTrack(pack, flow, given) }
  }

  get state(): SessionState {
    return this.#state
  }

  /** Calls back at each change. The answer stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Follows the stream until `signal` ends it. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      for await (const event of this.#control.events(signal, this.#lastEvent + 1)) await this.#take(event)
      // The tenant was started anew, or the connection is gone: what happened meanwhile is told then.
      await pause(1_000)
    }
  }

  /** What the stream does not tell. */
  observe(observation: Observation): void {
    if (!this.#isElsewhere) this.#change({ track: observe(this.#state.track, observation) })
  }

  /** Waits until everything was read that has happened by now. */
  async caughtUp(): Promise<void> {
    const last = (await this.#control.lastEvent()) ?? 0
    await this.until(() => this.#lastEvent >= last)
  }

  /** Waits for a condition, for as long as `patience` (ms) at most. Answers whether it has come true. */
  async until(condition: (state: SessionState) => boolean, patience = PATIENCE): Promise<boolean> {
    if (condition(this.#state)) return true
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(timer)
        stop()
        resolve(answer)
      }
      const timer = setTimeout(() => end(false), patience)
      const stop = this.subscribe(() => condition(this.#state) && end(true))
    })
  }

  /** Does something at another computer. Answers the numbers of the events that happened there, those before included. */
  async elsewhere(deed: () => Promise<void>): Promise<number[]> {
    this.#isElsewhere = true
    try {
      await deed()
      await this.caughtUp()
    } finally {
      this.#isElsewhere = false
    }
    return [...this.#elsewhere]
  }

  get #lastEvent(): number {
    return this.#state.events.at(-1)?.n ?? 0
  }

  async #take(event: NumberedEvent) {
    this.#onEvent?.(event)
    if (this.#isElsewhere && event.kind === 'act') this.#elsewhere.add(event.n)
    const mail = event.kind === 'mail' ? await this.#control.mail(event.id) : undefined
    const { events, mails, track } = this.#state
    const observation = observationOf(event)
    const by = observation?.by ?? (this.#elsewhere.has(event.n) ? 'elsewhere' : undefined)
    this.#change({
      events: [...events, event],
      ...(observation && { track: observe(track, { ...observation, by }) }),
      ...(mail && { mails: [mail, ...mails] }),
      ...(event.kind === 'clock' && { ahead: event.now - Date.now() }),
    })
  }

  #change(change: Partial<SessionState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
