/** Does something with everyone, so many at a time; answers in order. */
export async function atMost<T, R>(
  most: number,
  all: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const rest = all.entries()
  const one = async () => {
    for (const [at, each] of rest) results[at] = await work(each)
  }
  await Promise.all(Array.from({ length: most }, one))
  return results
}
