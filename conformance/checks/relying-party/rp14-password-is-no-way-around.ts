import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import {
  askForReset,
  enterPassword,
  holder,
  logOut,
  toForgotten,
  toPassword,
  whyInOneForm,
} from '../bench/journeys.ts'
import { ACTIVATE, countMails, nextMail, RESET } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/refusal.ts'
import { type Sent, withValue } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { logInBySso, signedInAtProvider } from './sso.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500

export const rp14 = defineCheck({
  id: 'RP14',
  title: 'Whoever logs in by SSO gets neither a reset link nor a session by a password',
  source: '6.3.4',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider', 'mailbox'],
  async prove(bench) {
    const { reset, password } = await waysByPassword(bench)
    // Some deployments know nobody before the first login by SSO.
    const person = await signedInAtProvider(bench)
    await logInBySso(person)
    if (!(await person.isAt('dashboard'))) throw new Unproven('The login by SSO did not succeed.')
    const stranger = await Jar.with(person)
    const links = async () => (await countMails(person, RESET)) + (await countMails(person, ACTIVATE))
    const before = await links()
    await stranger.send(reset(person))
    await person.page.waitForTimeout(LONG_ENOUGH)
    bench.claim(
      'asking for a reset mails no link to a password',
      (await links()) === before,
      'a reset link is mailed',
    )
    for (const request of password(person)) await stranger.send(request)
    bench.claim('a password logs nobody in', isOut(await stranger.signedIn()), 'somebody is logged in')
    await stranger.close()
    await logOut(person)
    await logInBySso(person)
    bench.claim('the provider is still the way in', await person.isAt('dashboard'))
  },
})

/**
 * The requests by which people with a password log in or ask for a reset, recorded where that is allowed, and tried there:
 * what is refused elsewhere is refused for its sender, not for its form.
 */
async function waysByPassword(bench: Bench) {
  const allowed = await holder(bench)
  await toForgotten(allowed)
  const reset = await allowed.holdsBack(() => askForReset(allowed))
  const anybody = await Jar.with(allowed)
  await anybody.send(reset)
  await anybody.close()
  await nextMail(allowed, RESET, 0)
  bench.claim('the request for a reset mails a link where passwords are allowed', true)
  const email = whyInOneForm(bench) ? [] : [await allowed.sends(() => toPassword(allowed))]
  if (email.length === 0) await toPassword(allowed)
  const password = await allowed.sends(() => enterPassword(allowed, 'wrong'))
  const toWorldOf = (person: Person) => (sent: Sent) => {
    const own = withValue(sent, allowed.account.email, person.account.email)
    return { ...own, url: own.url.replace(allowed.session.arranged.url, person.session.arranged.url) }
  }
  return {
    reset: (person: Person) => toWorldOf(person)(reset),
    password: (person: Person) => [...email, password].map(toWorldOf(person)),
  }
}
