import { signInAtProvider } from '../../session/provider-pages.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { EVIL } from '../bench/forged-host.ts'
import {
  account,
  enterEmail,
  enterPassword,
  isAskedForCode,
  logOut,
  passCode,
  toProtectedPage,
} from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { isOut } from '../bench/rejections.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { goToProvider } from '../relying-party/sso.ts'
import { RETURN_NAMES } from './return-names.ts'
import { atProvider, whyNotAtProvider } from './ways-in.ts'

/** Other sites, as addresses that products have taken for their own. @param origin of the deployment, with which some begin */
const valuesFor = (origin: string) => [
  `//${EVIL}`,
  `\\\\${EVIL}`,
  `https:${EVIL}`,
  `https://${EVIL}/`,
  `/\\${EVIL}`,
  `/\t/${EVIL}`,
  `${origin}.${EVIL}/`,
  `${origin}@${EVIL}/`,
]
export const ses7 = defineCheck({
  id: 'SES7',
  title: 'A login leads to no other site, whatever its address asks for',
  source: '3.7.2; RFC 9700 §4.11',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes', 'sso'],
  needs: [],
  claims: {
    asked: `a login that is asked to return to ${EVIL} never leads there`,
    ends: 'a login that is asked to return to evil.example ends at the deployment itself',
    provider: 'a login at a provider that is asked to return to evil.example never leads there',
    logout: 'a logout that is asked to return to evil.example never leads there',
  },
  seconds: 420,
  async prove(bench) {
    const person = await account(bench)
    const { origin: own } = new URL(person.session.arranged.dashboard)
    for (const value of valuesFor(own)) {
      const other = await bench.elsewhere(person)
      const led = await logInAsking(other, value)
      const { origin } = new URL(other.session.arranged.dashboard)
      // Each further one would wait for a page that never comes.
      bench.require('asked', led.length === 0, `asked for ${value}, it leads to ${led[0]}`)
      // A page of the same site that does not exist is not another site.
      const { origin: at } = new URL(other.page.url())
      bench.claim('ends', at === origin, `asked for ${value}, it ends at ${at}`)
      // Such a login may be refused: then one that asks for nothing succeeds.
      if (!isIn(await other.signedIn())) await toProtectedPage(other)
      const left = await logOutAsking(other, value)
      bench.require('logout', left.length === 0, `asked for ${value}, it leads to ${left[0]}`)
    }
    await skipIfNotTestable(bench, ['provider'], () => proveProvider(bench))
  },
})

async function proveProvider(bench: Bench) {
  const why = whyNotAtProvider(bench)
  if (why !== undefined) throw new NotTestable(why)
  const person = await atProvider(bench).someone()
  for (const value of valuesFor(new URL(person.session.arranged.dashboard).origin)) {
    const other = await bench.elsewhere(person)
    const led = await logInAtProviderAsking(other, value)
    bench.require('provider', led.length === 0, `asked for ${value}, it leads to ${led[0]}`)
    if (!isIn(await other.signedIn())) throw new Unproven('The login at the provider did not succeed.')
  }
}

const isEvil = ({ hostname }: URL) => hostname.endsWith(EVIL)

/** Records what is asked of the other site from now on. */
async function watchLeading(person: Person): Promise<string[]> {
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

/** The address with every parameter that it lacks. */
function asking(url: string, value: string): string {
  const at = new URL(url)
  for (const name of RETURN_NAMES.filter((one) => !at.searchParams.has(one))) at.searchParams.set(name, value)
  return at.href
}

/** Opens the page that a person is on once more, with every parameter. */
async function openAsking(person: Person, value: string) {
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

/** Logs in, each page opened with every parameter; answers what was asked of the other site. */
async function logInAsking(person: Person, value: string): Promise<string[]> {
  const led = await watchLeading(person)
  await person.open(person.session.arranged.url)
  await openAsking(person, value)
  await person.perform(person.role('login').start)
  await openAsking(person, value)
  await enterEmail(person)
  await openAsking(person, value)
  await enterPassword(person)
  await openAsking(person, value)
  if (await isAskedForCode(person)) await passCode(person)
  await arriveOrLed(person, led)
  return led
}

async function logInAtProviderAsking(person: Person, value: string): Promise<string[]> {
  const led = await watchLeading(person)
  await person.open(person.session.arranged.url)
  await openAsking(person, value)
  await person.perform(person.role('login').start)
  await openAsking(person, value)
  await goToProvider(person)
  await signInAtProvider(person.session, person.session.provider().user)
  await arriveOrLed(person, led)
  return led
}

/** Logs out from a page that was opened with every parameter, by a link that has them, too: such a link can be made by anybody. */
async function logOutAsking(person: Person, value: string): Promise<string[]> {
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
