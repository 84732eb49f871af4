/** Does at most `most` things at once; the others wait, and the first to come is the next. */
export function inTurns(most: number) {
  let busy = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy < most) busy++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The next one takes this place over.
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
