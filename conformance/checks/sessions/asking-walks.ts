import { signInAtProvider } from '../../session/provider-pages.ts'
import { isIn } from '../../session/signed-in.ts'
import { EVIL } from '../bench/forged-host.ts'
import { enterEmail, enterPassword, isAskedForCode, logOut, passCode } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { isOut } from '../bench/rejections.ts'
import { goToProvider } from '../relying-party/sso.ts'
import { type Asking, addressesIn, replacingOwn } from './asking.ts'

const isEvil = ({ hostname }: URL) => hostname.endsWith(EVIL)

/** Records what is asked of the other site from now on. */
export async function watchLeading(person: Person): Promise<string[]> {
  const led: string[] = []
  await person.page.route(isEvil, (route) => {
    led.push(route.request().url())
    return route.abort()
  })
  // A route does not see where a redirect leads, nor a page one that its own policy forbids.
  const session = await person.session.context.newCDPSession(person.page)
  session.on('Network.responseReceivedExtraInfo', ({ headers }) => {
    const [, location = ''] = Object.entries(headers).find(([name]) => /^location$/i.test(name)) ?? []
    const to = new URL(location, person.session.arranged.url)
    if (isEvil(to)) led.push(to.href)
  })
  await session.send('Network.enable')
  return led
}

/** Opens the page that a person is on once more, asking for another site. */
async function openAsking(person: Person, value: string, asking: Asking) {
  const at = asking(person.page.url(), value)
  // The same page still: opened once more, a form would lose what was typed into it.
  if (at === person.page.url()) return
  // A redirect to the other site is cut off, and that is no failure to open the page.
  await person.open(at).catch(() => undefined)
}

async function arriveOrLed(person: Person, led: readonly string[]) {
  await poll(async () => led.length > 0 || isIn(await person.signedIn()), person.patience)
  await person.settle()
}

/**
 * Logs in, each page opened so that it asks.
 * @param led what is asked of the other site meanwhile
 * @returns whether a page has an address of its own to return to
 */
export async function logInAsking(person: Person, value: string, asking: Asking, led: readonly string[]) {
  let hasOwn = false
  const ask = async () => {
    hasOwn ||= addressesIn(person.page.url()).length > 0
    await openAsking(person, value, asking)
  }
  await person.open(person.session.arranged.url)
  await ask()
  await person.perform(person.role('login').start)
  await ask()
  await enterEmail(person)
  await ask()
  await enterPassword(person)
  await ask()
  if (await isAskedForCode(person)) await passCode(person)
  await arriveOrLed(person, led)
  return hasOwn
}

/** The same with the addresses replaced that the pages have themselves. Such a page may be refused, and the login ends there. */
export async function logInReplacing(person: Person, value: string): Promise<string[]> {
  const led = await watchLeading(person)
  await logInAsking(person, value, replacingOwn, led).catch((error: unknown) => {
    if (!(error instanceof Unproven)) throw error
  })
  return led
}

/** The names under which the protected page, opened by a stranger, says at the login where to return to. */
export async function namesOfReturn(person: Person): Promise<string[]> {
  await person.open(person.session.arranged.dashboard)
  return addressesIn(person.page.url())
}

export async function logInAtProviderAsking(
  person: Person,
  value: string,
  asking: Asking,
): Promise<string[]> {
  const led = await watchLeading(person)
  await person.open(person.session.arranged.url)
  await openAsking(person, value, asking)
  await person.perform(person.role('login').start)
  await openAsking(person, value, asking)
  await goToProvider(person)
  await signInAtProvider(person.session, person.session.provider().user)
  await arriveOrLed(person, led)
  return led
}

/** Logs out from a page that was opened with every parameter, by a link that has them, too: such a link can be made by anybody. */
export async function logOutAsking(person: Person, value: string, asking: Asking): Promise<string[]> {
  const led = await watchLeading(person)
  const { dashboard } = person.session.arranged
  await person.open(asking(dashboard, value)).catch(() => undefined)
  if (!(await person.isAt(person.role('session').protectedPage))) await person.open(dashboard)
  const { origin } = new URL(dashboard)
  await person.page.route(
    (url) => url.origin === origin,
    (route, request) =>
      request.isNavigationRequest() && request.method() === 'GET'
        ? route.continue({ url: asking(request.url(), value) })
        : route.fallback(),
  )
  await logOut(person)
  await poll(async () => led.length > 0 || isOut(await person.signedIn()), person.patience)
  await person.settle()
  return led
}
