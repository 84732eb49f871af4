import { choosePassword, otherPassword } from '../bench/mailed-passwords.ts'
import { type Mailed, whySilent } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'

/** The form is there immediately, or never. */
const AT_ONCE = 500

interface Tried {
  /** The error that is shown. */
  error: string | undefined
  /** Why none is shown, where the profile says so. */
  silent: string | undefined
  /** The form that the link leads to has set a password. */
  accepted: boolean
}

interface Ends {
  /** The screens on which a password is set; default: the one of that kind of link. */
  ends?: readonly string[]
}

/**
 * Opens a link that must be refused. Where it shows its form all the same, that is sent: a page may show it whatever the link is, and the
 * deployment look at the link only then.
 */
export async function tryLink(
  person: Person,
  link: string,
  mailed: Mailed,
  { ends = [mailed.done] }: Ends = {},
): Promise<Tried> {
  const silent = whySilent(person.bench, mailed)
  const error = await person.errorAt(link, mailed.passwordForm)
  if (!(await person.isAt(mailed.passwordForm, AT_ONCE))) return { error, silent, accepted: false }
  const isSet = async () => (await person.isAtOneOf(ends, 0)) !== undefined
  const said = await person.errorAfter(
    () => choosePassword(person, otherPassword(person.bench), mailed.choosePassword),
    isSet,
  )
  return { error: said, silent, accepted: await isSet() }
}
