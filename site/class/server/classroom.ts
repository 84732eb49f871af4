import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { ClassEvent, LoggedEvent } from '../model/events.ts'
import type { ClassPlace } from '../model/place.ts'
import { reduce } from '../model/reduce.ts'
import { type Standing, standingOf } from '../model/standing.ts'
import type { ClassState, Person } from '../model/state.ts'
import { ClassError } from './class-error.ts'
import type { ClassLog } from './log.ts'

/** How many places a class remembers the standing of: people walk the same ways. */
const MOST_STANDINGS = 5_000

type Listener = () => void

/** A class that is open: its state, who is connected, and the way to change it. */
export class Classroom {
  readonly code: string
  readonly pack: Pack
  readonly now: () => number
  readonly #log: ClassLog
  readonly #onDrop: () => void
  /** Person, or `''` for a board → who wants to hear of them. */
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #streams = new Map<string, number>()
  readonly #standings = new Map<string, Standing | undefined>()
  /** Person, or `''` for the class → number of the last event about them. */
  readonly #changed = new Map<string, number>()
  #state: ClassState
  #unwritten: LoggedEvent[] = []
  #writing: Promise<void> | undefined

  constructor(
    pack: Pack,
    state: ClassState,
    options: { log: ClassLog; now: () => number; onDrop: () => void },
  ) {
    this.code = state.code
    this.pack = pack
    this.now = options.now
    this.#log = options.log
    this.#onDrop = options.onDrop
    this.#state = state
  }

  get state(): ClassState {
    return this.#state
  }

  /** Number of the last event that a person's view depends on. */
  lastFor(who: string): number {
    return Math.max(this.#changed.get(who) ?? this.#state.n, this.#changed.get('') ?? 0)
  }

  person(who: string): Person {
    const person = this.#state.people.get(who)
    if (!person) throw new ClassError(404, 'no-such-person', 'This person is not in the class.')
    return person
  }

  flow(id: string): Flow {
    const flow = this.pack.flows.find((one) => one.id === id)
    if (!flow) throw new ClassError(400, 'no-such-flow', `The pack ${this.pack.id} has no flow "${id}".`)
    return flow
  }

  /** @throws ClassError where the model does not allow the walk */
  standing(place: ClassPlace): Standing {
    const key = JSON.stringify([place.flow, place.given, place.at, place.walk])
    if (!this.#standings.has(key)) {
      if (this.#standings.size >= MOST_STANDINGS) this.#standings.clear()
      this.#standings.set(key, standingOf(this.flow(place.flow), place))
    }
    const standing = this.#standings.get(key)
    if (!standing)
      throw new ClassError(400, 'not-in-the-model', 'The model does not allow this walk. Reload the page.')
    return standing
  }

  /** Changes the state at once, and resolves when the events are in the store. */
  append(...events: ClassEvent[]): Promise<void> {
    const at = this.now()
    for (const event of events) {
      const logged = { ...event, n: this.#state.n + 1, at } as LoggedEvent
      this.#state = reduce(this.#state, logged) ?? this.#state
      this.#changed.set(event.who ?? '', logged.n)
      this.#unwritten.push(logged)
    }
    this.#tell(events.map(({ who }) => who ?? ''))
    this.#writing ??= this.#write()
    return this.#writing
  }

  async #write(): Promise<void> {
    // Everything that is asked for in the same turn goes into one statement.
    await Promise.resolve()
    while (this.#unwritten.length > 0) {
      const events = this.#unwritten
      this.#unwritten = []
      try {
        await this.#log.append(this.code, events)
      } catch (error) {
        // The next act writes them as well.
        this.#unwritten.unshift(...events)
        this.#writing = undefined
        throw error
      }
    }
    this.#writing = undefined
  }

  /**
   * Calls back at each change of what a person sees: their own, and those of the class. The answer stops it.
   * @param who empty for a board, which sees everything
   */
  follow(who: string, listener: Listener): () => void {
    const here = this.#listeners.get(who) ?? new Set()
    this.#listeners.set(who, here.add(listener))
    return () => {
      here.delete(listener)
      if (here.size === 0) this.#listeners.delete(who)
    }
  }

  /** @param changed whom it is about; `''`: the class, so everyone */
  #tell(changed: readonly string[] = ['']) {
    const keys = changed.includes('') ? [...this.#listeners.keys()] : ['', ...changed]
    for (const key of new Set(keys)) for (const listener of this.#listeners.get(key) ?? []) listener()
  }

  isOnline(who: string): boolean {
    return this.#streams.has(who)
  }

  /** A person has a stream. The answer ends it. */
  connect(who: string): () => void {
    this.#streams.set(who, (this.#streams.get(who) ?? 0) + 1)
    this.#tell([who])
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const left = (this.#streams.get(who) ?? 1) - 1
      if (left > 0) this.#streams.set(who, left)
      else this.#streams.delete(who)
      this.#tell([who])
    }
  }

  /** Deletes everything about a person. */
  async forget(who: string): Promise<void> {
    await this.#writing
    await this.#log.forget(this.code, who)
    const people = new Map(this.#state.people)
    people.delete(who)
    this.#state = { ...this.#state, people }
    this.#changed.set('', this.#state.n)
    this.#tell()
  }

  /** Deletes the class, all of it. */
  async drop(): Promise<void> {
    await this.#writing
    await this.#log.drop(this.code)
    this.#onDrop()
    this.#tell()
  }
}
