import { ClassError } from './class-error.ts'

interface Bucket {
  tokens: number
  at: number
}

/** A limit per key, never per address: a token bucket that fills by `perSecond` up to `burst`. */
export class Limit {
  readonly #buckets = new Map<string, Bucket>()
  readonly #options: { burst: number; perSecond: number; now: () => number }

  constructor(options: { burst: number; perSecond: number; now: () => number }) {
    this.#options = options
  }

  /** Whether the key may once more. */
  take(key: string): boolean {
    const { burst, perSecond, now } = this.#options
    const at = now()
    const before = this.#buckets.get(key) ?? { tokens: burst, at }
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond)
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
    if (this.#buckets.size > 20_000) this.#buckets.clear()
    return tokens >= 1
  }

  /** @throws ClassError when it may not */
  demand(key: string): void {
    if (!this.take(key)) throw new ClassError(429, 'too-fast', 'That was too fast. Try again in a moment.')
  }
}
