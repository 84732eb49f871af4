import { isIn, signedInFacts } from '../../session/signed-in.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'

/**
 * The cookies that hold the session: without any of them no one is logged in.
 * @throws NotTestable when the session is kept elsewhere
 */
export async function sessionCookies(person: Person) {
  const cookies = await person.cookies()
  if (!isIn(await signedInFacts(person.session, cookies))) throw new Unproven('No one is logged in.')
  const facts = await Promise.all(
    cookies.map((one) =>
      signedInFacts(
        person.session,
        cookies.filter((other) => other !== one),
      ),
    ),
  )
  const needed = cookies.filter((_, n) => facts[n] && !isIn(facts[n]))
  if (needed.length === 0)
    throw new NotTestable(`${person.bench.target.name} keeps its session in no cookie.`)
  return needed
}
