import type { Response } from '@playwright/test'
import { Jar } from '../bench/jar.ts'
import { choosePassword, otherPassword } from '../bench/mailed-passwords.ts'
import { type Mailed, whySilent } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { isMadeByScript } from './made-by-script.ts'

/** The form is there immediately, or never. */
const AT_ONCE = 500

interface Tried {
  /** The error that is shown. */
  error: string | undefined
  /** Why none is shown, where the profile says so. */
  silent: string | undefined
  /** The deployment saw the link and answered with the form, or the form that a script put up has set a password. */
  accepted: boolean
}

interface Likeness {
  /** The link with its token, where the one that is tried has none. */
  like?: string
  /** The screens on which a password is set; default: the one of that kind of link. */
  ends?: readonly string[]
}

/**
 * Opens a link that must be refused. A page that is put up by script may show its form whatever the link is; there it is sent, for
 * only then the deployment sees the link.
 */
export async function tryLink(
  person: Person,
  link: string,
  mailed: Mailed,
  { like = link, ends = [mailed.done] }: Likeness = {},
): Promise<Tried> {
  const pages: Response[] = []
  const note = (response: Response) => {
    if (response.request().isNavigationRequest() && response.ok()) pages.push(response)
  }
  person.page.on('response', note)
  const silent = whySilent(person.bench, mailed)
  const error = await person.errorAt(link, mailed.passwordForm)
  person.page.off('response', note)
  if (!(await person.isAt(mailed.passwordForm, AT_ONCE))) return { error, silent, accepted: false }
  const [page] = pages
  const stranger = await Jar.with(person)
  const byScript = page !== undefined && (await isMadeByScript(stranger, page, like))
  await stranger.close()
  if (!byScript) return { error, silent, accepted: true }
  const isSet = async () => (await person.isAtOneOf(ends, 0)) !== undefined
  const said = await person.errorAfter(
    () => choosePassword(person, otherPassword(person.bench), mailed.choosePassword),
    isSet,
  )
  return { error: said, silent, accepted: await isSet() }
}
