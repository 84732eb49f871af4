import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { credentialsSent } from '../bench/credentials-sent.ts'
import { Jar } from '../bench/jar.ts'
import { account, logOut, screensPastPassword, toProtectedPage } from '../bench/journeys.ts'
import { keptIn } from '../bench/kept-in.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Credentials, Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { defineCheck } from '../check.ts'
import { opensInBrowser } from './opens-in-browser.ts'
import { type SessionPart, tokensAlone } from './session-parts.ts'
import { atProvider, whyNotAtProvider } from './ways-in.ts'

/** Milliseconds. */
const SOON = 15_000

const AGAIN = 'they open the session again'
const NOT_ENOUGH = 'The cookies and tokens of the session are not enough to be logged in.'

export const ses2 = defineCheck({
  id: 'SES2',
  title: 'After logging out the old session id opens nothing',
  source: '7.4.1; 14.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'sso'],
  needs: [],
  seconds: 120,
  claims: {
    out: 'logging out ends the session in the browser',
    last: 'the cookies and tokens that asked for the logout open nothing',
    before: 'soon the cookies and tokens from before the logout open nothing',
    forgotten: 'no storage of the browser holds a token of the session any more',
    password: 'the next login in that browser begins with the password again',
    again: 'logging in again works',
    second: 'soon the cookies and tokens of that second login open nothing after its logout',
    provider:
      'soon the cookies and tokens of someone who logged in at a provider open nothing after their logout',
  },
  async prove(bench) {
    const person = await account(bench)
    await toProtectedPage(person)
    const before = await person.credentials()
    const kept = await Jar.with(person, before)
    if (!isIn(await kept.signedIn())) throw new Unproven(NOT_ENOUGH)
    const tokens = await tokensAlone(person, before)
    const asked = await credentialsSent(person, () => logOut(person))
    const last = await Jar.with(person, asked)
    bench.claimOut('out', await person.signedIn(), 'the session continues')
    await proveForgotten(bench, person, tokens)
    bench.claimOut('last', await last.signedIn(), AGAIN)
    bench.claim('last', !(await opensInBrowser(person, asked.cookies)), AGAIN)
    bench.claim('before', await isSoonOut(person, kept, before), AGAIN)
    await Promise.all([kept.close(), last.close()])
    const skipped = await screenPastPassword(person)
    bench.require('password', skipped === undefined, `it begins with “${skipped}”`)
    await toProtectedPage(person)
    bench.claim('again', isIn(await person.signedIn()))
    const later = await person.credentials()
    const second = await Jar.with(person, later)
    await logOut(person)
    bench.claim('second', await isSoonOut(person, second, later), AGAIN)
    await second.close()
    await proveProvider(bench)
  },
})

/** Scripts keep a token where the next person at the same computer finds it. */
async function proveForgotten(bench: Bench, person: Person, tokens: readonly SessionPart[]) {
  if (tokens.length === 0) return bench.skip('forgotten', 'No script sends a token that opens the session.')
  const holding = await keptIn(person, (stored) => tokens.some(({ value }) => stored.includes(value)))
  bench.claim('forgotten', holding === undefined, `${holding} does`)
}

async function proveProvider(bench: Bench) {
  const why = whyNotAtProvider(bench)
  if (why !== undefined) return bench.skip('provider', why)
  const { someone, logIn } = atProvider(bench)
  const person = await someone()
  await logIn(person)
  const before = await person.credentials()
  const kept = await Jar.with(person, before)
  if (isIn(await kept.signedIn())) {
    await logOut(person)
    bench.claim('provider', await isSoonOut(person, kept, before), AGAIN)
  } else bench.unproven('provider', NOT_ENOUGH)
  await kept.close()
}

/** What a login begins with that comes after the password; `undefined` where it begins anew. */
async function screenPastPassword(person: Person): Promise<string | undefined> {
  const { start, emailForm } = person.role('login')
  await person.open(person.session.arranged.url)
  await person.perform(start)
  const past = screensPastPassword(person)
  const at = await person.isAtOneOf([emailForm, ...past])
  return at !== undefined && past.includes(at) ? person.session.screen(at).heading : undefined
}

/** An id that was just replaced may still work for requests that are under way. */
async function isSoonOut(person: Person, jar: Jar, { cookies }: Credentials): Promise<boolean> {
  const isOut = await poll(async () => !isIn(await jar.signedIn()), SOON)
  // Once: what renews a token may be good for one time.
  return isOut && !(await opensInBrowser(person, cookies))
}
