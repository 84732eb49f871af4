import { isIn } from '../../session/signed-in.ts'
import { pressConfirmed, type Unanswered } from './confirm.ts'
import type { Person } from './person.ts'

/** What a page may say that offers to end the other sessions. */
const OFFER = /\b(?:other|all) (?:active )?(?:sessions|devices)\b|sign out everywhere|log out everywhere/i

/** A page may ask once more, on a page of its own. */
const MOST_PRESSES = 2

/**
 * Judges that the session of somebody else is over, or can be ended by a button on the page of the holder (ASVS 5.0 7.4.3). The
 * button is pressed, and confirmed where a dialog asks: one that does nothing ends no session. A box of a form that was offered before it
 * was sent counts as it is.
 */
export async function proveSessionEnds(owner: Person, other: Person, claim: string): Promise<void> {
  const { bench } = owner
  const isOver = async () => !isIn(await other.signedIn())
  let pressed: string | undefined
  let asked: number | undefined
  let open: Unanswered | undefined
  for (let left = MOST_PRESSES; left > 0; left--) {
    if (await isOver()) break
    const { buttons, links, fields } = await owner.snapshot()
    const offer = [...buttons, ...links].find((name) => OFFER.test(name))
    if (offer === undefined && pressed === undefined && fields.some((name) => OFFER.test(name))) {
      bench.claim(claim, true)
      return
    }
    if (offer === undefined) break
    pressed = offer
    asked ??= await passwordFields(owner)
    open = await pressConfirmed(owner, offer)
    if (open) break
  }
  const over = await isOver()
  if (!over && pressed !== undefined && (await passwordFields(owner)) > (asked ?? 0))
    return bench.unproven(claim, `“${pressed}” asks for the password.`)
  if (!over && open)
    return bench.unproven(
      claim,
      `“${pressed}” asks “${open.says}”, and nothing there is known to confirm it.`,
    )
  const why = pressed === undefined ? 'no button would end it' : `“${pressed}” does not end it`
  bench.claim(claim, over, `it continues, and ${why}`)
}

const passwordFields = ({ page }: Person) => page.locator('input[type=password]:visible').count()
