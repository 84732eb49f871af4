/**
 * Does something with what was arranged, and puts the settings back behind it, also where it fails: what comes next depends on them. Why it
 * failed is told then, rather than what may be wrong with putting them back.
 */
export async function leaveBehind<T>(
  { leave }: { leave(): Promise<void> },
  task: () => Promise<T>,
): Promise<T> {
  let done: T
  try {
    done = await task()
  } catch (error) {
    await leave().catch(() => undefined)
    throw error
  }
  await leave()
  return done
}
