/** Seconds after which something is slow enough to be measured once. */
const SLOW = 1_000

/** Milliseconds that something takes: the median of five runs after the first, or the first where it is slow. */
export function measure(run: () => unknown): number {
  const once = () => {
    const begin = performance.now()
    run()
    return performance.now() - begin
  }
  const first = once()
  if (first > SLOW) return first
  return Array.from({ length: 5 }, once).sort((a, b) => a - b)[2] ?? first
}
