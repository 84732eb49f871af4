import { bitsOf } from '../../machines/devices/enrolment.ts'
import type { Field } from '../../machines/model/screen.ts'
import { type Known, makeValue } from '../../machines/model/values.ts'
import { scanPage } from '../page/scan.ts'
import type { Session } from './session.ts'
import { shorten } from './shorten.ts'

/** Where a profile names no password that the target takes. It has every kind of character that rules of composition ask for. */
const STRONG = 'Violet-harbour-27!'
/** Makes another password of one, of the same kinds of characters. */
const ANOTHER = '-2-more'
/** Characters that a password needs at least where a profile does not say it (NIST SP 800-63B-4, section 3.1.1.2). */
const LEAST = 8

/**
 * A password that the target takes, and one that it refuses because it is too short: they differ in nothing else. The first is
 * never the account's own, or the old password would still be right after a change.
 */
export function passwordsAt(
  { passwords, documented }: Session['target'],
  { password }: Pick<Session['account'], 'password'>,
): Known['passwords'] {
  const strong = strongPassword(passwords, [password])
  return { strong, weak: passwords?.weak ?? shorten(strong, (documented?.passwordLength ?? LEAST) - 1) }
}

/**
 * A password that the target takes, and that is nobody’s.
 * @param own those that people have: a change to the same one would show nothing
 */
export function strongPassword(passwords: Session['target']['passwords'], own: Iterable<string>): string {
  const wanted = passwords?.strong ?? STRONG
  return [...own].includes(wanted) ? `${wanted}${ANOTHER}` : wanted
}

/** What the person of a session knows. A value that is right at one target may be wrong at the next. */
export const knownTo = (session: Session): Known => ({
  email: session.account.email,
  password: session.account.password,
  chosen: session.chosenPassword,
  passwords: passwordsAt(session.target, session.account),
  code: async (which) => (session.mailed ?? (await appOf(session)))[which](),
  note: (name) => session.cast.note(name),
})

/**
 * What a symbol means in a field at this target.
 * @throws UnknownSymbol if the model, the pack and the profile do not have it
 */
export const valueFor = (session: Session, field: Field, symbol: string): Promise<string> =>
  makeValue(session.values, field, symbol, knownTo(session))

/** RFC 4226 section 4, R6. */
const LEAST_BITS = 128

/** Before a code is needed, the app scans what the page shows it, as a person would. */
async function appOf({ page, app, notes }: Session) {
  const shown = await scanPage(page)
  if (shown) app.scan(shown)
  if (shown && bitsOf(shown) < LEAST_BITS)
    notes.add(
      `the authenticator app is given a key of ${bitsOf(shown)} bits; RFC 4226 section 4 asks for 128`,
    )
  return app
}
