import { recent } from './recent.ts'

/** What happened at the provider, in the order in which it happened. `at` is the simulated time in ms. */
export type IdpEvent = { at: number; directory?: string; application?: string } & (
  | {
      type: 'request'
      method: string
      path: string
      status: number
      /** Who asked: a person's browser, or an application on its own. */
      by: 'browser' | 'application'
      /** The user agent. */
      from?: string
      form?: Record<string, string>
    }
  | { type: 'signed-in'; user: string }
  | { type: 'sign-in-refused'; code: string; reason: string; user?: string }
  | { type: 'consented'; user: string }
  | { type: 'signed-out'; user?: string }
  | { type: 'token-issued'; use: string; header: Record<string, unknown>; claims: Record<string, unknown> }
  | { type: 'protocol-error'; code: string; reason: string }
  | { type: 'misbehaved'; misbehaviour: string; what: string }
  | { type: 'directory-changed'; what: string }
)

/** A request and its answer as they were, nothing masked. Binary bodies are bytes. */
export interface WholeExchange {
  method: string
  url: string
  requestHeaders: [name: string, value: string][]
  requestBody: Uint8Array
  responseHeaders: [name: string, value: string][]
  /** The first 64 KB. */
  responseBody: Uint8Array
  /** How long the answer took, in ms. */
  ms: number
}

/** Is called with each event and, where it is a request, with the whole of it: that never gets into the log. */
export type Listener = (event: IdpEvent, exchange?: WholeExchange) => void

/** An event as its source knows it; the log adds the time. */
export type NewEvent = IdpEvent extends infer E ? (E extends IdpEvent ? Omit<E, 'at'> : never) : never

export interface EventLog {
  emit(event: NewEvent, at: number, exchange?: WholeExchange): void
  /** Calls back for every event from now on; the answer stops that. */
  subscribe(listener: Listener): () => void
  /** Whether anyone subscribes. */
  isHeard(): boolean
  /** Events from now on, until the signal aborts. */
  stream(signal?: AbortSignal): AsyncIterable<IdpEvent>
  /** Those of the last 1000 events (fewer if they are long) whose number is higher; they count from 1. */
  after(number: number): NumberedEvent[]
  forget(): void
}

export type NumberedEvent = IdpEvent & { number: number }

const kept = { items: 1000, characters: 16_000_000 }

export function eventLog(): EventLog {
  const listeners = new Set<Listener>()
  const past = recent<NumberedEvent>(kept)
  let count = 0

  function subscribe(listener: Listener) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  async function* stream(signal?: AbortSignal) {
    const waiting: IdpEvent[] = []
    let wake = () => {}
    const stop = subscribe((event) => {
      waiting.push(event)
      wake()
    })
    const onAbort = () => wake()
    signal?.addEventListener('abort', onAbort)
    try {
      while (!signal?.aborted) {
        const next = waiting.shift()
        if (next) yield next
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    } finally {
      stop()
      signal?.removeEventListener('abort', onAbort)
    }
  }

  return {
    subscribe,
    isHeard: () => listeners.size > 0,
    stream,
    after: (number) => past.all().filter((event) => event.number > number),
    forget: () => past.clear(),
    emit(event, at, exchange) {
      count += 1
      past.add({ ...event, at, number: count })
      for (const listener of listeners) listener({ ...event, at }, exchange)
    },
  }
}
