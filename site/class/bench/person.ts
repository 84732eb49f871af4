import { randomBytes } from 'node:crypto'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { NewSandbox } from '../../tenant/control/create-sandbox.ts'
import type { ClassPlace } from '../model/place.ts'
import type { BoardMessage, PersonView } from '../model/views.ts'

const makeKey = () => randomBytes(32).toString('base64url')

/** How long a request may take before it counts as an error, in ms. */
const PATIENCE = 30_000

async function json<T>(url: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), ...init })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

const post = (body: object, key?: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  body: JSON.stringify(body),
})

/** The messages of a stream of a class, as long as it lasts. */
export async function* messages<T>(at: string, key: string, signal: AbortSignal): AsyncGenerator<T> {
  const { body } = await fetch(`${at}/stream`, { headers: { authorization: `Bearer ${key}` }, signal })
  if (!body) return
  const decoded = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
  for await (const { data } of decoded.pipeThrough(new EventSourceParserStream())) yield JSON.parse(data) as T
}

export const createClass = (site: string, settings: object) =>
  json<{ code: string; keys: Record<'trainer' | 'projector' | 'remote', string> }>(
    `${site}/class-api/classes`,
    post(settings),
  )

/** A participant as a browser is one: a page, a key, a stream that comes back, and moves. */
export class BenchPerson {
  readonly key = makeKey()
  view: PersonView | undefined
  id = ''
  /** The last place that the server has acknowledged. */
  acknowledged: ClassPlace | undefined
  #site: string
  #at: string
  readonly #code: string
  readonly #ending = new AbortController()
  #onView: () => void = () => {}

  constructor(site: string, code: string) {
    this.#code = code
    this.#site = site
    this.#at = this.#atSite(site)
  }

  #atSite = (site: string) => `${site}/class-api/classes/${this.#code}`

  /** Asks another process from now on, as a balancer does when one is gone. */
  turnTo(site: string): void {
    this.#site = site
    this.#at = this.#atSite(site)
  }

  /** The sandbox that the class has made. */
  sandbox(given: string): Promise<NewSandbox> {
    return json<NewSandbox>(`${this.#at}/me/sandbox`, post({ given }, this.key))
  }

  /** Everything up to the first screen: page, joining, stream, and what the flow needs. Resolves in ms. */
  async join(pack: string): Promise<number> {
    const began = performance.now()
    await (await fetch(`${this.#site}/class/room/`)).text()
    const { id } = await json<{ id: string }>(`${this.#at}/join`, post({ key: this.key, device: makeKey() }))
    this.id = id
    void this.#follow()
    await this.until(() => this.view !== undefined)
    await json(`${this.#site}/class/flow/${pack}/${this.view?.me.place.flow}.json`)
    return performance.now() - began
  }

  /** Resolves once a view makes `condition` true. */
  async until(condition: () => boolean, patience = PATIENCE): Promise<void> {
    if (condition()) return
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('A view did not come in time.')), patience)
      this.#onView = () => {
        if (!condition()) return
        clearTimeout(limit)
        this.#onView = () => {}
        resolve()
      }
    })
  }

  async #follow() {
    const { signal } = this.#ending
    while (!signal.aborted) {
      try {
        for await (const view of messages<PersonView>(this.#at, this.key, signal)) {
          this.view = view
          this.#onView()
        }
      } catch {
        // The server is gone: as in a browser, the stream is asked for again.
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700))
    }
  }

  async move(place: ClassPlace): Promise<number> {
    const began = performance.now()
    const body = { act: 'move', place, moved: this.view?.me.moved ?? 0 }
    await json(`${this.#at}/me`, post(body, this.key))
    this.acknowledged = place
    return performance.now() - began
  }

  /** Goes one step back. Resolves in ms. */
  async back(): Promise<number> {
    if (!this.acknowledged) throw new Error('Someone has taken no step yet.')
    return this.move({ ...this.acknowledged, at: Math.max(0, this.acknowledged.at - 1) })
  }

  /** Asks for the view once, as someone who comes back does. */
  async present(): Promise<PersonView | undefined> {
    const asking = new AbortController()
    for await (const view of messages<PersonView>(this.#at, this.key, asking.signal)) {
      asking.abort()
      return view
    }
    return undefined
  }

  close() {
    this.#ending.abort()
  }
}

/** The board as the trainer’s browser has it: when a row arrived that says something. */
export class BenchBoard {
  /** Person → the state, and when it came, by `performance.now()`. */
  readonly rows = new Map<string, { done: number; state: string; at: number }>()
  readonly #ending = new AbortController()

  constructor(site: string, code: string, key: string) {
    void this.#follow(`${site}/class-api/classes/${code}`, key)
  }

  async #follow(at: string, key: string) {
    const { signal } = this.#ending
    while (!signal.aborted) {
      try {
        for await (const { rows } of messages<BoardMessage>(at, key, signal))
          for (const { id, state, done } of rows)
            this.rows.set(id, { state, done: done.length, at: performance.now() })
      } catch {
        // Asked for again.
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  /** How many people it shows, once it shows any. */
  async first(): Promise<number> {
    while (this.rows.size === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    return this.rows.size
  }

  close() {
    this.#ending.abort()
  }
}
