import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, enterPassword, logOut, toPassword, whyInOneForm } from '../bench/journeys.ts'
import { anotherComes, countMails, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { NotArranged } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { proveFormerPassword } from './former-password.ts'
import { opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'

export const rp14 = defineCheck({
  id: 'RP14',
  title: 'An account that logs in by SSO gets neither a reset link nor a session by a password',
  source: '6.3.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'reset'],
  uses: ['codes', 'activation', 'administration', 'ssoSettings'],
  needs: ['identity-provider', 'mailbox'],
  seconds: 180,
  claims: {
    control: 'the request for a reset mails a link where passwords are allowed',
    reset: 'asking for a reset mails no link to a password',
    password: 'a password logs nobody in',
    former: 'a password that was right before single sign-on was put in force leads no further',
    'former-reset':
      'no link to another password is mailed to someone who had one before single sign-on was put in force',
    'half-way': 'a login that waited for its code when single sign-on was put in force logs nobody in',
    provider: 'the provider is still the way in',
  },
  async prove(bench) {
    const links = [bench.role('reset').openLink, bench.optionalRole('activation')?.openLink].filter(
      (link) => link !== undefined,
    )
    const { reset, password } = await requestsByPassword(bench)
    bench.claim('control', true)
    // Some deployments know no one before the first login by SSO.
    const person = await signedInAtProvider(bench)
    if (!(await opensBySso(person))) throw new NotArranged('An honest login by SSO does not succeed.')
    const stranger = await Jar.with(person)
    const before = await Promise.all(links.map((link) => countMails(person, link)))
    await stranger.sendFresh(reset(person))
    const mailed = await Promise.all(links.map((link, n) => anotherComes(person, link, before[n] ?? 0)))
    bench.claim('reset', !mailed.includes(true), 'a link is mailed')
    for (const request of password(person)) await stranger.sendFresh(request)
    bench.claimOut('password', await stranger.signedIn())
    await stranger.close()
    await logOut(person)
    bench.claim('provider', await opensBySso(person))
    await proveFormerPassword(bench)
  },
})

/**
 * The requests by which people with a password log in or ask for a reset, recorded where that is allowed, and tried there:
 * what is refused elsewhere is refused for its sender, not for its form.
 */
async function requestsByPassword(bench: Bench) {
  const allowed = await account(bench)
  await toForgotten(allowed)
  const reset = await allowed.interceptRequest(() => askForReset(allowed))
  const anonymous = await Jar.with(allowed)
  await anonymous.sendFresh(reset)
  await anonymous.close()
  await nextMail(allowed, bench.role('reset').openLink, 0)
  const email = whyInOneForm(bench) ? [] : [await allowed.requestOf(() => toPassword(allowed))]
  if (email.length === 0) await toPassword(allowed)
  const password = await allowed.requestOf(() => enterPassword(allowed, 'wrong'))
  const inSessionOf = (person: Person) => (sent: Sent) => {
    const own = withValue(sent, allowed.account.email, person.account.email)
    const [there, here] = [allowed.session.arranged.url, person.session.arranged.url]
    return {
      ...own,
      url: own.url.replace(there, here),
      ...(own.from && { from: own.from.replace(there, here) }),
    }
  }
  return {
    reset: (person: Person) => inSessionOf(person)(reset),
    password: (person: Person) => [...email, password].map(inSessionOf(person)),
  }
}
