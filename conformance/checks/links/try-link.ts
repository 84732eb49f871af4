import type { Response } from '@playwright/test'
import { Jar } from '../bench/jar.ts'
import { choosePassword, otherPassword } from '../bench/journeys.ts'
import { tokenOf } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { isMadeByScript } from './made-by-script.ts'

/** The form is there at once, or not at all. */
const AT_ONCE = 500

interface Tried {
  /** The error that is shown. */
  error: string | undefined
  /** The deployment saw the link and answered with the form, or the form that a script put up has set a password. */
  led: boolean
}

/**
 * Opens a link that must be refused. A page that is put up by script may show its form whatever the link is; there it is sent, for
 * only then the deployment sees the link.
 * @param next the screen behind the form
 */
export async function triesLink(
  person: Person,
  link: string,
  next: 'account-activated' | 'password-changed',
): Promise<Tried> {
  const pages: Response[] = []
  const note = (response: Response) => {
    if (response.request().isNavigationRequest() && response.ok()) pages.push(response)
  }
  person.page.on('response', note)
  const error = await person.isToldAt(link, 'change-your-password')
  person.page.off('response', note)
  if (!(await person.isAt('change-your-password', AT_ONCE))) return { error, led: false }
  const [page] = pages
  const stranger = await Jar.with(person)
  const byScript = page !== undefined && (await isMadeByScript(stranger, page, tokenOf(link)))
  await stranger.close()
  if (!byScript) return { error, led: true }
  const told = await person.isTold(
    () => choosePassword(person, otherPassword(person.bench)),
    () => person.isAt(next, 0),
  )
  return { error: told, led: await person.isAt(next, 0) }
}
