import { bitsOf } from '../../machines/devices/enrolment.ts'
import type { Field } from '../../machines/model/screen.ts'
import { type Known, makeValue } from '../../machines/model/values.ts'
import { scanPage } from '../page/scan.ts'
import type { Session } from './session.ts'

/** Passwords where a profile says nothing else. */
const passwords = { strong: 'violet harbour 27 lanterns', weak: 'tooshort1' }

/** What the person of a session knows. A value that is right at one target may be wrong at the next. */
export const knownTo = (session: Session): Known => ({
  email: session.account.email,
  password: session.account.password,
  chosen: session.chosenPassword,
  passwords: {
    strong: session.target.passwords?.strong ?? passwords.strong,
    weak: session.target.passwords?.weak ?? passwords.weak,
  },
  code: async (which) => (await appOf(session))[which](),
  note: (name) => session.cast.note(name),
})

/**
 * What a symbol stands for in a field at this target.
 * @throws UnknownSymbol when neither the model nor the pack nor the profile has it
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
