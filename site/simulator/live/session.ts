import type { Flow } from '../../../machines/model/flow.ts'
import type { Observation } from '../../../machines/model/observation.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { observe, startTrack, type Track } from '../../../machines/model/track.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import type { LiveMail } from './mails.ts'
import { observationOf } from './observation-of.ts'
import { pause } from './pause.ts'
import type { StreamedEvent } from './read-event.ts'
import { type Control, isGone } from './sandbox.ts'

/** `lost`: the stream has broken off, and is asked for again and again. `back`: it is there again, since a moment ago. */
export type Connection = 'there' | 'lost' | 'back'

/** What is known of a sandbox at a moment. */
export interface SessionState {
  /** Everything that happened, in order. */
  events: readonly NumberedEvent[]
  /** The newest first. */
  mails: readonly LiveMail[]
  /** How far the sandbox's clock is ahead of this one, in ms. */
  ahead: number
  connection: Connection
  /** The state that the model is in. */
  track: Track
  /** How many things were done, beside opening a page. */
  done: number
}

export interface SessionOptions {
  pack: Pack
  flow: Flow
  given: string
  control: Control
  /** See {@link SessionState.ahead}. */
  ahead: number
  /** Number of the last event before the clock was asked. */
  lastEvent: number
  /** Numbers of events that happened while the person was at another computer. */
  elsewhere?: readonly number[] | undefined
  /** Is called with each event, before it is followed. */
  onEvent?(event: NumberedEvent): void
}

/** How long something may take that was caused before, in ms. */
const PATIENCE = 15_000
/** How long to wait before the stream is asked for again, in ms: a little longer each time. */
const FIRST_WAIT = 500
const LONGEST_WAIT = 5_000
/** How long it is said that the connection is there again, in ms. */
const BACK = 6_000

/** A sandbox as the simulator follows it: everything that happens in it, and what the model makes of it. */
export class LiveSession {
  #state: SessionState
  readonly #control: Control
  readonly #listeners = new Set<() => void>()
  readonly #elsewhere: Set<number>
  readonly #onEvent: SessionOptions['onEvent']
  readonly #clockAskedAt: number
  #lastEvent = 0
  #isElsewhere = false

  constructor({ pack, flow, given, control, ahead, lastEvent, elsewhere = [], onEvent }: SessionOptions) {
    this.#control = control
    this.#onEvent = onEvent
    this.#elsewhere = new Set(elsewhere)
    this.#clockAskedAt = lastEvent
    const track = startTrack(pack, flow, given)
    this.#state = { events: [], mails: [], ahead, connection: 'there', track, done: 0 }
  }

  get state(): SessionState {
    return this.#state
  }

  /** Calls back at each change. The answer stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Follows the stream until `signal` ends it. If the stream breaks off, it continues from the last event that was
   * read.
   * @throws SandboxError when the sandbox no longer exists
   */
  async follow(signal: AbortSignal): Promise<void> {
    let wait = FIRST_WAIT
    while (!signal.aborted) {
      try {
        const events = await this.#control.events(signal, this.#lastEvent + 1)
        wait = FIRST_WAIT
        if (this.#state.connection === 'lost') await this.#comeBack(signal)
        for await (const event of events) await this.#take(event)
      } catch (error) {
        if (isGone(error)) throw error
      }
      if (signal.aborted) return
      this.#change({ connection: 'lost' })
      await pause(wait, signal)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }

  /** What the stream does not tell. */
  observe(observation: Observation): void {
    if (!this.#isElsewhere) this.#change(this.#observed(observation))
  }

  /** Waits until everything was read that has happened by now. */
  async caughtUp(): Promise<void> {
    const { lastEvent } = await this.#control.status()
    await this.until(() => this.#lastEvent >= lastEvent)
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
  async elsewhere(action: () => Promise<void>): Promise<number[]> {
    this.#isElsewhere = true
    try {
      await action()
      await this.caughtUp()
    } finally {
      this.#isElsewhere = false
    }
    return [...this.#elsewhere]
  }

  async #comeBack(signal: AbortSignal) {
    this.#change({ ahead: await this.#ahead(), connection: 'back' })
    void pause(BACK, signal).then(
      () => this.#state.connection === 'back' && this.#change({ connection: 'there' }),
    )
  }

  /** The clock that was kept may have been moved since: only the tenant knows it. */
  async #ahead(): Promise<number> {
    return (await this.#control.status()).now - Date.now()
  }

  async #take(event: StreamedEvent) {
    if (event.kind === 'unknown') {
      this.#lastEvent = event.n
      return this.#change({})
    }
    const mail = event.kind === 'mail' ? await this.#control.mail(event.id) : undefined
    const hasMoved = event.kind === 'clock' && event.n > this.#clockAskedAt
    const ahead = hasMoved ? await this.#ahead() : this.#state.ahead
    this.#onEvent?.(event)
    if (this.#isElsewhere && event.kind === 'act') this.#elsewhere.add(event.n)
    const { events, mails } = this.#state
    const observation = observationOf(event)
    const by = observation?.by ?? (this.#elsewhere.has(event.n) ? 'elsewhere' : undefined)
    this.#lastEvent = event.n
    this.#change({
      ...(observation && this.#observed({ ...observation, by })),
      events: [...events, event],
      ahead,
      ...(mail && { mails: [mail, ...mails] }),
    })
  }

  #observed(observation: Observation): Pick<SessionState, 'track' | 'done'> {
    const { track, done } = this.#state
    const isDone = observation.did !== undefined && observation.did.what !== 'return'
    return { track: observe(track, observation), done: done + (isDone ? 1 : 0) }
  }

  #change(change: Partial<SessionState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
