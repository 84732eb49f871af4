import { firstLine } from '../run/mask-url.ts'

/** One thing that a check needs, and whether it is there. */
export interface Finding {
  /** What was examined: `Browser`, `Given “invited” of log-in`. */
  what: string
  /** `note`: a check can be made all the same. */
  is: 'good' | 'note' | 'bad'
  /** What was found; where it is bad, also what to do. */
  said: string
}

/** Examines one thing. What it throws is what is wrong. */
export async function examine(what: string, look: () => Promise<string> | string): Promise<Finding> {
  try {
    return { what, is: 'good', said: await look() }
  } catch (error) {
    if (error instanceof Noted) return { what, is: 'note', said: error.message }
    return { what, is: 'bad', said: firstLine(error) }
  }
}

/** Something worth knowing that keeps no check from being made. */
export class Noted extends Error {}
