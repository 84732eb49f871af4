import { randomUUID } from 'node:crypto'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Feed } from '../../tenant/store/feed.ts'
import type { ClassEvent, LoggedEvent } from '../model/events.ts'
import type { ClassPlace } from '../model/place.ts'
import { type Standing, standingOf } from '../model/standing.ts'
import type { ClassState, Person } from '../model/state.ts'
import { ClassError } from './class-error.ts'
import { Connected } from './connected.ts'
import { Ledger } from './ledger.ts'
import { Lines } from './lines.ts'
import type { ClassLog } from './log.ts'
import { type MakeSandbox, SandboxPool } from './sandbox-pool.ts'

/** How many places a class remembers the standing of: people walk the same ways. */
const MOST_STANDINGS = 5_000

type Listener = () => void

interface ClassroomOptions {
  log: ClassLog
  /** Tells the other processes that serve the class, and hears from them. */
  feed: Feed
  now: () => number
  /** Makes live sandboxes, where this server has a tenant. */
  makeSandbox?: Promise<MakeSandbox> | undefined
  onDrop: () => void
}

/** A class that is open: its state, who is connected, and the way to change it. */
export class Classroom {
  readonly code: string
  readonly pack: Pack
  readonly now: () => number
  /** Of this opening: what one sends is known by it, as long as nothing was read anew. */
  readonly opening = randomUUID()
  readonly #options: ClassroomOptions
  readonly #ledger: Ledger
  /** Person, or `''` for a board → who wants to hear of them. */
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly connected: Connected
  readonly lines = new Lines()
  readonly pool: SandboxPool | undefined
  readonly #standings = new Map<string, Standing | undefined>()
  /** Person, or `''` for the class → number of the last event about them. */
  readonly #changed = new Map<string, number>()
  readonly #stop: () => void
  #isGone = false

  constructor(pack: Pack, state: ClassState, options: ClassroomOptions) {
    this.code = state.code
    this.pack = pack
    this.now = options.now
    this.#options = options
    const { log, now, feed } = options
    this.#ledger = new Ledger(state, {
      ...{ log, now },
      onEvents: (events) => this.#note(events),
      onStored: () => feed.tellOthers(this.code),
      onGone: () => this.#leave(),
    })
    this.#stop = feed.follow(this.code, () => void this.#ledger.catchUp())
    const { code } = this
    // Boards alone show how many are ready.
    const { makeSandbox } = options
    this.pool = makeSandbox && new SandboxPool(makeSandbox, now, () => this.#tell([]))
    this.connected = new Connected({
      ...{ code, feed, presence: log.presence },
      onChange: (people) => this.#tell(people),
    })
  }

  get state(): ClassState {
    const { state } = this.#ledger
    return this.#isGone ? { ...state, ended: state.ended ?? this.now() } : state
  }

  /** Makes the sandboxes of those who are expected and have not come yet. */
  warm(): void {
    // Where there is no room for more, people get theirs when they come.
    this.pool?.fill(this.state.settings.given, this.#missing()).catch(console.error)
  }

  /** How many live sandboxes are ready, of those that people who have not come yet need; undefined where none do. */
  get sandboxes(): { ready: number; wanted: number } | undefined {
    const wanted = this.#missing()
    if (!this.pool || wanted === 0) return undefined
    return { ready: Math.min(wanted, this.pool.count(this.state.settings.given)), wanted }
  }

  #missing(): number {
    const { mode, expected = 0 } = this.state.settings
    const here = [...this.state.people.values()].filter(({ status }) => status === 'in').length
    return mode === 'live' ? Math.max(0, expected - here) : 0
  }

  /** Number of the last event that a person's view depends on. */
  lastFor(who: string): number {
    return Math.max(this.#changed.get(who) ?? this.state.n, this.#changed.get('') ?? 0)
  }

  person(who: string): Person {
    const person = this.state.people.get(who)
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
    const key = JSON.stringify([place.flow, place.given, place.at, place.walk, place.seen])
    if (!this.#standings.has(key)) {
      if (this.#standings.size >= MOST_STANDINGS) this.#standings.clear()
      this.#standings.set(key, standingOf(this.flow(place.flow), place))
    }
    const standing = this.#standings.get(key)
    if (!standing)
      throw new ClassError(400, 'not-in-the-model', 'The model does not allow this walk. Reload the page.')
    return standing
  }

  /**
   * Changes the state at once, and resolves when the events are in the store.
   * @throws ClassError where the class was deleted: nothing about anyone is written after that
   */
  async append(...events: ClassEvent[]): Promise<void> {
    if (this.#isGone) throw new ClassError(403, 'ended', 'This class is over.')
    return this.#ledger.append(events)
  }

  #note(events: readonly LoggedEvent[]) {
    for (const event of events) {
      this.#changed.set(event.who ?? '', event.n)
      if (event.kind !== 'forgotten') continue
      this.#changed.delete(event.person)
      this.connected.forget(event.person)
    }
    this.#tell(events.map(({ who }) => who ?? ''))
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

  /** Deletes everything about a person but a ban. That there was one stays, for the other processes. */
  async forget(who: string): Promise<void> {
    const { status, keyHash, deviceHash } = this.person(who)
    const banned = status === 'banned' && { banned: [keyHash, deviceHash] }
    await this.append({ kind: 'forgotten', person: who, ...banned })
    await this.#options.log.forget(this.code, who)
  }

  /** Deletes the class, all of it. */
  async drop(): Promise<void> {
    this.#isGone = true
    try {
      await this.#ledger.settled()
      await this.#options.log.drop(this.code)
    } catch (error) {
      this.#isGone = false
      throw error
    }
    this.#leave()
    this.#options.feed.tellOthers(this.code)
  }

  #leave() {
    this.#isGone = true
    this.#stop()
    this.connected.end()
    this.#options.onDrop()
    // Everyone gets one more view: it is over.
    this.#changed.set('', this.state.n + 1)
    this.#tell()
  }
}
