import { isIn } from '../../session/signed-in.ts'
import { EVIL } from '../bench/forged-host.ts'
import { account, enterCode, enterEmail, enterPassword, isAskedForCode } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { defineCheck } from '../check.ts'
import { RETURN_NAMES } from './return-names.ts'

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
  uses: ['codes'],
  needs: [],
  claims: {
    asked: `a login that is asked to return to ${EVIL} never leads there`,
    ends: 'it ends at the deployment itself',
  },
  seconds: 180,
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
      if (!isIn(await other.signedIn())) throw new Unproven('The login did not succeed.')
      const { origin: at } = new URL(other.page.url())
      bench.claim('ends', at === origin, `asked for ${value}, it ends at ${at}`)
    }
  },
})

/** Logs in, each page opened with every parameter; answers what was asked of the other site. */
async function logInAsking(person: Person, value: string): Promise<string[]> {
  const led: string[] = []
  const isEvil = ({ hostname }: URL) => hostname.endsWith(EVIL)
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
  const again = async () => {
    const at = new URL(person.page.url())
    const missing = RETURN_NAMES.filter((name) => !at.searchParams.has(name))
    // The same page still: opened once more, a form would lose what was typed into it.
    if (missing.length === 0) return
    for (const name of missing) at.searchParams.set(name, value)
    // A redirect to the other site is cut off, and that is no failure to open the page.
    await person.open(at.href).catch(() => undefined)
  }
  await person.open(person.session.arranged.url)
  await again()
  await person.perform(person.role('login').start)
  await again()
  await enterEmail(person)
  await again()
  await enterPassword(person)
  await again()
  if (await isAskedForCode(person)) await enterCode(person)
  await poll(async () => led.length > 0 || isIn(await person.signedIn()), person.patience)
  await person.settle()
  return led
}
