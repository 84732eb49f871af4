import { setTimeout } from 'node:timers/promises'

/** Milliseconds between two attempts. */
const PAUSE = 50

/**
 * Asks again and again until the answer is truthy or the time is over, and answers what was found last.
 * @param patience milliseconds; with 0 it asks once
 */
export async function poll<T>(ask: () => T | Promise<T>, patience: number): Promise<T> {
  for (const until = Date.now() + patience; ; await setTimeout(PAUSE)) {
    const found = await ask()
    if (found || Date.now() >= until) return found
  }
}
