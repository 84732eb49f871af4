import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../../class/model/board.ts'

/** How long any honest request may take, in ms. */
const PATIENCE_MS = 10_000

/** Does something honest again and again, while something else goes on; remembers how long each time took, and what failed. */
export class Witness {
  /** In ms. */
  readonly times: number[] = []
  readonly failures: string[] = []
  readonly #ending = new AbortController()
  readonly #done: Promise<void>

  /** @param act rejects when it fails; `signal` ends what takes too long */
  constructor(act: (signal: AbortSignal) => Promise<unknown>, everyMs = 100) {
    this.#done = this.#go(act, everyMs)
  }

  async #go(act: (signal: AbortSignal) => Promise<unknown>, everyMs: number) {
    while (!this.#ending.signal.aborted) {
      const began = performance.now()
      await act(AbortSignal.timeout(PATIENCE_MS)).then(
        () => this.times.push(performance.now() - began),
        ({ message, cause }: Error) => this.failures.push(cause ? `${message}: ${cause}` : message),
      )
      await wait(everyMs, undefined, { signal: this.#ending.signal }).catch(() => {})
    }
  }

  async stop(): Promise<this> {
    this.#ending.abort()
    await this.#done
    return this
  }

  p(percent: number): number {
    return percentile(this.times, percent) ?? Number.NaN
  }
}

/** @throws {Error} when the answer is none of success */
export async function get(
  url: string,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await fetch(url, { signal, headers })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answers ${answer.status}`)
  return text
}
