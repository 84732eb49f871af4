/** Loaded into a process: collects garbage when its parent asks, and answers with the bytes that are left. */
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.(heapUsed + external)
})
// Being asked is no reason to stay.
process.channel?.unref()
