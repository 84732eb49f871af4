import type { Around } from '../store/surround.ts'

const CHANGES = /^\s*(?:insert|update|delete|commit)\b/i

/**
 * Kills a store at a chosen statement: that one and all that follow fail, until it is revived. What was not committed is lost
 * then, as it is when the process dies.
 */
export class Killer {
  /** Statements that changed something, or would have, since it was armed. */
  count = 0
  #at = Number.POSITIVE_INFINITY

  /** @param at counts from 1; left out: nothing is killed, and the statements are counted */
  arm(at = Number.POSITIVE_INFINITY): void {
    this.count = 0
    this.#at = at
  }

  revive(): void {
    this.#at = Number.POSITIVE_INFINITY
  }

  readonly around: Around = async (query, run) => {
    if (CHANGES.test(query.sql)) this.count += 1
    if (this.count >= this.#at && !/^\s*rollback\b/i.test(query.sql)) throw new Error('killed')
    return run(query)
  }
}
