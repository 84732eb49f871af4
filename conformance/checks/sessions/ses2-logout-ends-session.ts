import type { Request } from '@playwright/test'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, logOut, screensPastPassword, toProtectedPage } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { lastSent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { atProvider, whyNotAtProvider } from './ways-in.ts'

/** Milliseconds. */
const SOON = 15_000

export const ses2 = defineCheck({
  id: 'SES2',
  title: 'After logging out the old session id opens nothing',
  source: '7.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'sso'],
  needs: [],
  seconds: 90,
  claims: {
    out: 'logging out ends the session in the browser',
    last: 'the cookies that asked for the logout open nothing',
    before: 'soon the cookies from before the logout open nothing either',
    password: 'the next login in that browser begins with the password again',
    again: 'logging in again works',
    provider:
      'soon the cookies of someone who logged in at a provider open nothing after their logout either',
  },
  async prove(bench) {
    const person = await account(bench)
    await toProtectedPage(person)
    const before = await person.cookies()
    const kept = await Jar.with(person, before)
    if (!isIn(await kept.signedIn()))
      throw new Unproven('The cookies of the session are not enough to be logged in.')
    const asked = await lastSent(person, () => logOut(person))
    bench.claimOut('out', await person.signedIn(), 'the session continues')
    const last = await Jar.with(person, await cookiesOf(before, asked))
    bench.claimOut('last', await last.signedIn(), 'they open the session again')
    bench.claim('before', await isSoonOut(kept), 'they open the session again')
    await Promise.all([kept.close(), last.close()])
    const skipped = await screenPastPassword(person)
    bench.require('password', skipped === undefined, `it begins with “${skipped}”`)
    await toProtectedPage(person)
    bench.claim('again', isIn(await person.signedIn()))
    await proveProvider(bench)
  },
})

async function proveProvider(bench: Bench) {
  const why = whyNotAtProvider(bench)
  if (why !== undefined) return bench.skip('provider', why)
  const { someone, logIn } = atProvider(bench)
  const person = await someone()
  await logIn(person)
  const kept = await Jar.of(person)
  if (isIn(await kept.signedIn())) {
    await logOut(person)
    bench.claim('provider', await isSoonOut(kept), 'they open the session again')
  } else bench.unproven('provider', 'The cookies of the session are not enough to be logged in.')
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

type Cookies = Awaited<ReturnType<Person['cookies']>>

/** The cookies as they were sent with a request: ids may be renewed at any time. */
async function cookiesOf(before: Cookies, asked: Request | undefined): Promise<Cookies> {
  const { cookie = '' } = (await asked?.allHeaders()) ?? {}
  const sent = new Map(cookie.split('; ').map((pair): [string, string] => split(pair)))
  return before.map((one) => ({ ...one, value: sent.get(one.name) ?? one.value }))
}

const split = (pair: string): [string, string] => {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** An id that was just replaced may still work for requests that are under way. */
const isSoonOut = (jar: Jar): Promise<boolean> => poll(async () => !isIn(await jar.signedIn()), SOON)
