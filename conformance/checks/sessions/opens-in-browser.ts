import { isHeldByToken } from '../../session/renewal.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Credentials, Person } from '../bench/person.ts'
import { partsIn, type SessionPart } from './session-parts.ts'

/**
 * Whether someone is logged in at a browser of their own that has these cookies, and nothing else: a script may read a token in one, or be
 * given one for it. Not asked where cookies hold the session themselves: a request tells.
 */
export async function opensInBrowser(person: Person, cookies: Credentials['cookies']): Promise<boolean> {
  const { bench } = person
  if (cookies.length === 0 || !isHeldByToken(bench.target)) return false
  const other = await bench.elsewhere(person)
  try {
    await other.session.context.addCookies(cookies)
    await other.open(other.session.arranged.dashboard)
    return isIn(await other.signedIn())
  } finally {
    await other.session.context.close()
    bench.last = person
  }
}

/** The cookies that open the session in a browser, each alone, at a product whose scripts send a token. */
export async function cookiesThatOpen(person: Person): Promise<SessionPart[]> {
  const { cookies } = await person.credentials()
  const opening: SessionPart[] = []
  for (const cookie of cookies)
    if (await opensInBrowser(person, [cookie])) opening.push(...partsIn({ cookies: [cookie], headers: {} }))
  return opening
}
