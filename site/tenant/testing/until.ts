/** Waits until it is so; fails when that takes longer than ten seconds. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const over = Date.now() + 10_000
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    if (Date.now() > over) throw new Error(`It took too long until ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
