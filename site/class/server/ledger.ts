import type { ClassEvent, LoggedEvent } from '../model/events.ts'
import { reduce } from '../model/reduce.ts'
import type { ClassState } from '../model/state.ts'
import { type ClassLog, TakenError } from './log.ts'

interface LedgerOptions {
  log: ClassLog
  now: () => number
  /** What has changed in the state. */
  onEvents: (events: readonly LoggedEvent[]) => void
  /** Events are in the store: the other processes can read them. */
  onStored: () => void
  /** Another process has deleted the class. */
  onGone: () => void
}

const after = (state: ClassState, events: readonly LoggedEvent[]): ClassState =>
  events.reduce((before, event) => reduce(before, event) ?? before, state)

const isSame = (one: LoggedEvent, other: LoggedEvent) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The events of a class that this process knows, and the state after them. What happens here changes the state at once, and is written
 * afterwards. When another process was faster, its events come before those that were not written yet.
 */
export class Ledger {
  readonly #code: string
  readonly #options: LedgerOptions
  /** After the events that are in the store, as far as they are known here. */
  #stored: ClassState
  #state: ClassState
  #unwritten: LoggedEvent[] = []
  /** There is something in the store that is not known here. */
  #isStale = false
  #settling: Promise<void> | undefined

  constructor(state: ClassState, options: LedgerOptions) {
    this.#code = state.code
    this.#stored = state
    this.#state = state
    this.#options = options
  }

  get state(): ClassState {
    return this.#state
  }

  /** Changes the state at once, and resolves when the events are in the store. */
  append(events: readonly ClassEvent[]): Promise<void> {
    const at = this.#options.now()
    const logged = events.map((event, i) => ({ ...event, n: this.#state.n + 1 + i, at }) as LoggedEvent)
    this.#state = after(this.#state, logged)
    this.#unwritten.push(...logged)
    this.#options.onEvents(logged)
    return this.settled()
  }

  /** Reads what another process has written. */
  async catchUp(): Promise<void> {
    this.#isStale = true
    // Without a connection, the next act or the feed that is back asks again.
    await this.settled().catch(() => undefined)
  }

  /** Resolves when everything is in the store. */
  settled(): Promise<void> {
    this.#settling ??= this.#settle()
    return this.#settling
  }

  async #settle(): Promise<void> {
    // Everything that is asked for in the same turn goes into one statement.
    await Promise.resolve()
    try {
      while (this.#isStale || this.#unwritten.length > 0) {
        if (this.#isStale) await this.#read()
        else await this.#write([...this.#unwritten])
      }
    } finally {
      this.#settling = undefined
    }
  }

  async #write(events: readonly LoggedEvent[]): Promise<void> {
    try {
      await this.#options.log.append(this.#code, events)
    } catch (error) {
      if (!(error instanceof TakenError)) throw error
      this.#isStale = true
      return
    }
    this.#unwritten = this.#unwritten.slice(events.length)
    this.#stored = this.#unwritten.length === 0 ? this.#state : after(this.#stored, events)
    this.#options.onStored()
  }

  async #read(): Promise<void> {
    const { log, onEvents, onGone } = this.#options
    this.#isStale = false
    try {
      const events = await log.read(this.#code, this.#stored.n)
      if (events.length > 0) onEvents(this.#putBefore(events))
      else if (!(await log.has(this.#code))) {
        this.#unwritten = []
        onGone()
      }
    } catch (error) {
      this.#isStale = true
      throw error
    }
  }

  /** Puts events of the store before those that are not written yet, which get new numbers. Answers all of them. */
  #putBefore(events: readonly LoggedEvent[]): LoggedEvent[] {
    this.#stored = after(this.#stored, events)
    // One of them may have got there after all, where nobody could tell.
    const own = this.#unwritten.filter((event) => !events.some((stored) => isSame(stored, event)))
    this.#unwritten = own.map((event, i) => ({ ...event, n: this.#stored.n + 1 + i }))
    this.#state = after(this.#stored, this.#unwritten)
    return [...events, ...this.#unwritten]
  }
}
