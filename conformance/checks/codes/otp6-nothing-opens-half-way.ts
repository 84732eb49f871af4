import { enrolmentOf } from '../../../machines/devices/enrolment.ts'
import { answersDuring } from '../bench/answers.ts'
import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import {
  asksForCode,
  enterCode,
  enterPassword,
  holder,
  isInside,
  member,
  toPassword,
  toProtectedPage,
  whyInWithoutFactor,
} from '../bench/journeys.ts'
import { leave } from '../bench/log-in-again.ts'
import { namesPerson } from '../bench/names-person.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { pagesOf, readingsOf, visitPages } from '../bench/readings.ts'
import { sentFrom } from '../bench/sender-headers.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { isOpen, opensHalfWay } from './open-half-way.ts'

export const otp6 = defineCheck({
  id: 'OTP6',
  title: 'After the password alone no page and no interface of the product opens',
  source: '2.3.1; 6.3.4; 4.1.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  claims: {
    pages: 'what opens to someone who is logged in stays closed after the password alone',
    first:
      'what opens to someone who is logged in stays closed in a first login, before a second factor is enrolled',
    session: 'no session exists half-way',
    secret: 'no answer half-way holds the secret of the app',
    data: 'no interface that answers anybody says after the password alone what it says to someone who is logged in',
    code: 'the code opens what was closed',
    again: 'each later login asks for a code, in the same browser and in another one',
    forwarded: 'a login whose headers name a sender inside the deployment asks for a code as well',
  },
  async prove(bench) {
    const holding = await holder(bench)
    const reads = readingsOf(holding)
    await toProtectedPage(holding)
    const pages = await pagesOf(holding)
    await visitPages(holding, pages)
    const whole = await Jar.of(holding)
    const half = await bench.elsewhere(holding)
    const answers = await answersDuring(half, () => requireCode(bench, half))
    claimSecret(bench, half, [...answers, await half.page.content()])
    const halfWay = await Jar.of(half)
    const waitsAt = half.page.url()
    const anonymous = await Jar.with(half)
    const inside: Sent[] = []
    for (const ask of [...reads(), ...pages]) {
      const answers = {
        whole: await whole.read(ask),
        nobody: await anonymous.read(ask),
        half: await halfWay.read(ask),
      }
      const { pathname } = new URL(ask.url)
      if (!isOpen(ask, answers.whole)) continue
      // What opens to someone who never logged in is public: an app that a script builds has no other pages.
      if (isOpen(ask, answers.nobody)) claimData(bench, pathname, answers, holding.account.email)
      else {
        inside.push(ask)
        bench.claim('pages', !opensHalfWay(ask, answers.half, waitsAt), `${pathname} opens`)
      }
    }
    if (!bench.claims.judged.some(({ id }) => id === 'data'))
      bench.skip('data', 'Nothing that answers anybody names the person who is logged in.')
    if (inside.length === 0) throw new Unproven('There is no protected address to try.')
    bench.claimOut('session', await halfWay.signedIn(), 'there is a session')
    await Promise.all([whole.close(), halfWay.close(), anonymous.close()])
    await enterCode(half)
    bench.require('code', await isInside(half), 'it does not')
    await leave(half)
    // Where a code is asked for on a new device only, this one is known by now.
    const later = bench.target.mailedCode?.on === 'new-device' ? [] : [half]
    for (const one of [...later, await bench.elsewhere(half)]) await requireCode(bench, one)
    await proveForwarded(bench, await bench.elsewhere(half))
    await proveFirst(bench, holding, inside)
  },
})

/** A page for the code may name the person, too: it is not the same answer. */
function claimData(bench: Bench, path: string, { whole, nobody, half }: Answers, email: string) {
  if (!namesPerson(whole, email) || namesPerson(nobody, email)) return
  bench.claim('data', withoutTokens(half) !== withoutTokens(whole), `${path} says the same`)
}

type Answers = Record<'whole' | 'nobody' | 'half', Answer>

/** Without what may be another one in each answer. */
const withoutTokens = ({ body }: Answer) => body.replace(/[\w+/=-]{20,}/g, '')

/** @param inside what opens to somebody who is logged in, at their addresses */
async function proveFirst(bench: Bench, { session: holding }: Person, inside: readonly Sent[]) {
  const { withoutFactor } = bench.role('login')
  const why = whyInWithoutFactor(bench)
  if (why !== undefined) return bench.skip('first', why)
  if (!bench.canArrange(withoutFactor)) return bench.skip('first', 'Everybody here has a second factor.')
  const person = await member(bench)
  await toPassword(person)
  await enterPassword(person)
  const { methods } = bench.role('codes')
  const at = await person.isAtOneOf([methods, bench.role('session').protectedPage])
  if (at !== methods)
    return bench.skip('first', 'Nobody is asked for a second factor before they are logged in.')
  const jar = await Jar.of(person)
  const waitsAt = person.page.url()
  for (const ask of inside) {
    const own = { ...ask, url: ask.url.replace(holding.arranged.url, person.session.arranged.url) }
    const opens = opensHalfWay(own, await jar.read(own), waitsAt)
    bench.claim('first', !opens, `${new URL(own.url).pathname} opens`)
  }
  await jar.close()
}

/** A product may spare people a code who come from its own network, and believe a header that anybody can send. */
async function proveForwarded(bench: Bench, person: Person) {
  await person.session.context.setExtraHTTPHeaders(sentFrom('127.0.0.1'))
  bench.claim('forwarded', await asksForCode(person), 'it asks for none')
}

/** The factor that was asked for once is not proven for good. */
async function requireCode(bench: Bench, person: Person) {
  bench.require('again', await asksForCode(person), 'a later login asks for none')
}

/** Somebody who learns the secret after the password alone makes the codes. */
function claimSecret(bench: Bench, { account }: Person, answers: string[]) {
  const { totpSecret } = account
  if (!totpSecret) return bench.skip('secret', 'The arrangement does not say the secret of the app.')
  const secret = enrolmentOf(totpSecret).secret.toLowerCase()
  bench.claim(
    'secret',
    !answers.some((answer) => answer.toLowerCase().includes(secret)),
    'an answer holds it',
  )
}
