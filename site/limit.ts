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

  /** Takes one more for the key. Answers 0, or the whole seconds after which it may be asked for again. */
  take(key: string): number {
    const { burst, perSecond, now } = this.#options
    const at = now()
    const before = this.#buckets.get(key) ?? { tokens: burst, at }
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond)
    const isThere = tokens >= 1
    // Keys that are used stay last, so that those that are forgotten are the idle ones.
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, at })
    const [oldest] = this.#buckets.size > MOST_KEYS ? this.#buckets.keys() : []
    if (oldest !== undefined) this.#buckets.delete(oldest)
    return isThere ? 0 : Math.ceil((1 - tokens) / perSecond)
  }
}
