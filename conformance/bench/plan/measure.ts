/** Milliseconds that the runs together fill; the counter of processor time only ticks every few. */
const ENOUGH = 250

/**
 * Milliseconds of processor time that something takes in this thread, so that other work on the machine does not count: the
 * mean of as many runs, after a first one, as fill a quarter of a second.
 */
export function measure(run: () => unknown): number {
  run()
  const before = process.threadCpuUsage()
  for (let runs = 1; ; runs++) {
    run()
    const { user, system } = process.threadCpuUsage(before)
    const spent = (user + system) / 1_000
    if (spent >= ENOUGH) return spent / runs
  }
}
