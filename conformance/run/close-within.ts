/** Seconds that anything may take to end; whatever takes longer hangs. */
const LONGEST = 10

/**
 * Ends something. A failure to end is no verdict and costs none: it becomes a note, and nothing waits for it.
 * @param what names it in a sentence
 */
export async function closeWithin(
  what: string,
  close: () => Promise<void>,
  say: (line: string) => void,
  seconds = LONGEST,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it has not ended after ${seconds} s`)), seconds * 1000)
  })
  try {
    await Promise.race([close(), late])
  } catch (error) {
    say(`Note: ${what} could not be closed: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    clearTimeout(timer)
  }
}
