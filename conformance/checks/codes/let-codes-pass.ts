import type { Person } from '../bench/person.ts'

/** Time steps after which no code that an arrangement used is newer than the one that is tried. */
const PAST = 4
const STEP = 30

/**
 * A code that is older than the last one that was used is refused for that (RFC 6238 section 5.2), however long codes are valid. So
 * time passes until the code of two steps ago is newer.
 * @param since when the arrangement may have used a code, in milliseconds
 */
export async function letCodesPass(person: Person, since: number): Promise<void> {
  if (person.session.arranged.clock.advance) return person.wait(PAST * STEP)
  await person.page.waitForTimeout(Math.max(0, since + PAST * STEP * 1_000 - Date.now()))
}
