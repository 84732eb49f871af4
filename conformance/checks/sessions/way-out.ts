import type { Request } from '@playwright/test'
import { namesAtTarget } from '../../session/overrides.ts'
import { logOut } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { isReading, readRequest, type Sent } from '../bench/sent.ts'

/** Someone logs out. Answers the request that did it: the first that is no reading or, where a link logs out, the one for its page. */
export async function requestOfLogout(person: Person): Promise<Sent | undefined> {
  const { page, session } = person
  const requests: { request: Request; from: string }[] = []
  const { origin } = new URL(session.arranged.url)
  const note = (request: Request) => {
    if (new URL(request.url()).origin === origin) requests.push({ request, from: page.url() })
  }
  page.on('request', note)
  await logOut(person).finally(() => page.off('request', note))
  const found =
    requests.find(({ request }) => !isReading(request)) ??
    requests.find(({ request }) => request.isNavigationRequest())
  return found && { ...(await readRequest(found.request)), from: found.from }
}

/** What someone presses to log out on the page that they are on; `undefined` where it offers nothing. */
export async function wayOutHere(person: Person): Promise<string | undefined> {
  const { screen, press = '' } = person.role('session').logOut
  for (const name of namesAtTarget(person.session, screen, [press]))
    if (await person.canPress(name)) return name
  return undefined
}
