interface Bucket {
  tokens: number
  at: number
}

export interface LimitOptions {
  /** How many at once. */
  burst: number
  perSecond: number
  now: () => number
}

/** More keys than ever act at the same time. */
const MOST_KEYS = 20_000

/** A limit per key: a token bucket that fills by `perSecond` up to `burst`. */
export class Limit {
  readonly #buckets = new Map<string, Bucket>()
  readonly #options: LimitOptions

  constructor(options: LimitOptions) {
    this.#options = options
  }

  /** Answers 0 where the key has one left, or the whole seconds after which it has. */
  wait(key: string): number {
    return this.#waitAt(this.#tokens(key, this.#options.now()))
  }

  /** Takes one more for the key. Answers 0, or the whole seconds after which it may be asked for again. */
  take(key: string): number {
    const at = this.#options.now()
    const tokens = this.#tokens(key, at)
    const isThere = tokens >= 1
    // Keys that are used stay last, so that those that are forgotten are the idle ones.
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, at })
    const [oldest] = this.#buckets.size > MOST_KEYS ? this.#buckets.keys() : []
    if (oldest !== undefined) this.#buckets.delete(oldest)
    return this.#waitAt(tokens)
  }

  #tokens(key: string, at: number): number {
    const { burst, perSecond } = this.#options
    const before = this.#buckets.get(key) ?? { tokens: burst, at }
    return Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond)
  }

  #waitAt(tokens: number): number {
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / this.#options.perSecond)
  }
}
