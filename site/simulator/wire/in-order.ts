/** Messages that belong together, and when they began. */
export interface Group<T> {
  /** In ms; absent where it is not known. */
  time?: number | undefined
  /** Of two that began at the same time, the lower one is first. */
  rank: number
  items: T[]
}

/**
 * Brings groups into the order in which they began. The stream tells of a request when it is answered: what the product asked
 * the provider meanwhile comes before it there. One without a time stays behind the one before it.
 */
export function inOrder<T>(groups: readonly Group<T>[]): T[] {
  let last = Number.NEGATIVE_INFINITY
  const timed = groups.map((group) => {
    last = group.time ?? last
    return { ...group, time: last }
  })
  return timed.toSorted((a, b) => a.time - b.time || a.rank - b.rank).flatMap(({ items }) => items)
}
