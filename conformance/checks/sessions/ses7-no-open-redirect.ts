import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { EVIL } from '../bench/forged-host.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { addingAll } from './asking.ts'
import {
  logInAsking,
  logInAtProviderAsking,
  logInReplacing,
  logOutAsking,
  namesOfReturn,
  watchLeading,
} from './asking-walks.ts'
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
    const adding = addingAll(await namesOfReturn(await bench.elsewhere(person)))
    for (const value of valuesFor(own)) {
      const other = await bench.elsewhere(person)
      const led = await watchLeading(other)
      const hasOwn = await logInAsking(other, value, adding, led)
      if (hasOwn) led.push(...(await logInReplacing(await bench.elsewhere(person), value)))
      // Each further one would wait for a page that never comes.
      bench.require('asked', led.length === 0, `asked for ${value}, it leads to ${led[0]}`)
      // A page of the same site that does not exist is not another site.
      const { origin: at } = new URL(other.page.url())
      bench.claim('ends', at === own, `asked for ${value}, it ends at ${at}`)
      // Such a login may be refused: then one that asks for nothing succeeds.
      if (!isIn(await other.signedIn())) await toProtectedPage(other)
      const left = await logOutAsking(other, value, adding)
      bench.require('logout', left.length === 0, `asked for ${value}, it leads to ${left[0]}`)
    }
    await skipIfNotTestable(bench, ['provider'], () => proveProvider(bench))
  },
})

async function proveProvider(bench: Bench) {
  const why = whyNotAtProvider(bench)
  if (why !== undefined) throw new NotTestable(why)
  const person = await atProvider(bench).someone()
  const adding = addingAll(await namesOfReturn(await bench.elsewhere(person)))
  for (const value of valuesFor(new URL(person.session.arranged.dashboard).origin)) {
    const other = await bench.elsewhere(person)
    const led = await logInAtProviderAsking(other, value, adding)
    bench.require('provider', led.length === 0, `asked for ${value}, it leads to ${led[0]}`)
    if (!isIn(await other.signedIn())) throw new Unproven('The login at the provider did not succeed.')
  }
}
