/**
 * Does something with what was arranged, then puts the settings back, even where it fails: what comes next depends on them. If both fail, the
 * first error is thrown.
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
