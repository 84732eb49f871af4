import { enterCode, enterPassword, holder, whyInOneForm } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { EVIL } from './other-site.ts'

const VALUES = [`//${EVIL}`, `\\\\${EVIL}`, `https:${EVIL}`, `https://${EVIL}/`, `/\\${EVIL}`]
/** What such parameters are called where they are in use. */
const NAMES = [
  ...[
    'returnTo',
    'return_to',
    'returnUrl',
    'ReturnUrl',
    'return',
    'redirect',
    'redirect_to',
    'redirectUrl',
    'redirect_url',
  ],
  ...[
    'next',
    'url',
    'continue',
    'goto',
    'target',
    'dest',
    'destination',
    'callbackUrl',
    'rd',
    'from',
    'backUrl',
    'RelayState',
  ],
]

export const ses7 = defineCheck({
  id: 'SES7',
  title: 'A login leads to no other site, whatever its address asks for',
  source: '3.7.2; RFC 9700 §4.11',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  seconds: 120,
  async prove(bench) {
    const person = await holder(bench)
    for (const value of VALUES) {
      const other = await bench.elsewhere(person)
      const led = await logInAsking(other, value)
      bench.claim(
        `a login that was asked to return to ${value} ends at the dashboard`,
        await other.isAt('dashboard'),
        'it ends elsewhere',
      )
      bench.claim(`and on no way to ${EVIL}`, led.length === 0, `it asks for ${led[0]}`)
    }
  },
})

/** Logs in, each page opened with every parameter; answers what was asked of the other site. */
async function logInAsking(person: Person, value: string): Promise<string[]> {
  const led: string[] = []
  await person.page.route(
    ({ hostname }) => hostname.endsWith(EVIL),
    (route) => {
      led.push(route.request().url())
      return route.abort()
    },
  )
  const again = async () => {
    const at = new URL(person.page.url())
    for (const name of NAMES) if (!at.searchParams.has(name)) at.searchParams.set(name, value)
    // A redirect to the other site is cut off, and that is no failure to open the page.
    await person.opens(at.href).catch(() => undefined)
  }
  await person.opens(person.world.arranged.url)
  await again()
  await person.does('login-page', { press: 'Log In' })
  await again()
  await person.does('email-address', { fill: { 'Email address': 'registered' }, press: 'Continue' })
  // Where one form asks for both, opening it again would lose the address.
  if (!whyInOneForm(person.bench)) await again()
  await enterPassword(person)
  await again()
  await enterCode(person)
  return led
}
