/** A screen may take so many times as long as the slowest one that has come. */
const MARGIN = 3
/** At most that many times the patience of the target: what takes longer, people do not wait for. */
const MOST = 3

/** Address of a deployment → the milliseconds that its slowest screen took so far. */
const slowest = new Map<string, number>()

/** Notes how long a screen took that has come. */
export function noteTook(url: string, milliseconds: number): void {
  slowest.set(url, Math.max(slowest.get(url) ?? 0, milliseconds))
}

/**
 * Milliseconds that a screen may take: the patience of the target, and more where honest screens were seen to come slowly. A
 * busy machine must not look like a deployment that fails.
 */
export function paceOf({ url, patience }: { url: string; patience: number }): number {
  return Math.max(patience, Math.min(MARGIN * (slowest.get(url) ?? 0), MOST * patience))
}
