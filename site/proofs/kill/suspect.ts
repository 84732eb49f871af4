/** What is found when the server is back. */
export interface Found {
  /** What the server had acknowledged. */
  acknowledged: number
  /** Acknowledged, and not there. */
  lost: string[]
  /** There more often than it was done. */
  double: string[]
  /** There in one part, and not in the other. */
  half: string[]
}

export const nothingFound = (): Found => ({ acknowledged: 0, lost: [], double: [], half: [] })

/** Somebody who uses the server until it is gone, remembers what it acknowledged, and looks for that when it is back. */
export interface Suspect {
  /** Goes on until a request fails: resolves then. */
  act(): Promise<void>
  look(): Promise<Found>
}

/** Does it again and again, until the server is gone. */
export async function untilItFails(step: () => Promise<void>): Promise<void> {
  for (;;)
    try {
      await step()
    } catch {
      return
    }
}
