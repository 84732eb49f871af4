import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { type Inside, inside } from '../bench/inside.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { isOpen } from '../codes/open-half-way.ts'
import { type SessionPart, sessionParts } from './session-parts.ts'

/** Names of parameters that products read a session id from. */
const NAMES = ['sid', 'session', 'sessionid', 'session_id', 'PHPSESSID', 'JSESSIONID']

/** Names of parameters that interfaces read a token from: RFC 6750 section 2.3, and as they are in use. */
const TOKEN_NAMES = ['access_token', 'accessToken', 'token', 'auth_token', 'jwt', 'authorization']

/** What an attacker makes up where the product gives out no session id before the login. */
const MADE_UP = 'abcdef0123456789abcdef0123456789'

export const ses19 = defineCheck({
  id: 'SES19',
  title: 'A session id in an address counts for nothing',
  source: '14.2.1; 7.2.4; CWE-384',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  seconds: 90,
  claims: {
    accepted: 'what holds the session opens nothing where an address brings it',
    fixed: 'a session id that an address has brought before the login opens nothing after it',
  },
  async prove(bench) {
    const one = await inside(await account(bench))
    const parts = await sessionParts(one.person)
    const cookies = parts.filter(({ kind }) => kind === 'cookie')
    if (cookies.length > 0) {
      await proveAccepted(bench, one, cookies)
      await proveFixed(bench, one, cookies)
    } else {
      await proveAccepted(bench, one, parts.flatMap(asParameters))
      bench.skip('fixed', 'No cookie holds the session: scripts send it in a header of their own.')
    }
    await one.jar.close()
  },
})

/** What a browser sends, by the name that an address may bring it under. */
interface Brought {
  name: string
  value: string
}

const asParameters = ({ value }: SessionPart): Brought[] => TOKEN_NAMES.map((name) => ({ name, value }))

/** An address that brings session ids as parameters, and one that brings them as Java servers read them. */
function bringing(url: string, brought: readonly Brought[]): string[] {
  const asked = new URL(url)
  const written = new URL(url)
  for (const { name, value } of brought) {
    asked.searchParams.set(name, value)
    written.pathname += `;${name}=${value}`
  }
  for (const name of NAMES) asked.searchParams.set(name, brought[0]?.value ?? '')
  written.pathname += `;jsessionid=${brought[0]?.value ?? ''}`
  return [asked.href, written.href]
}

/** What is closed to anybody, and how an answer shows that it has opened. */
interface Closed {
  ask: Sent
  hasOpened(answer: Answer, url: string): boolean
}

/** What names the person or, where nothing does, the protected page. The control: with the cookie it opens. */
async function closedTo(bench: Bench, { person, jar, asks }: Inside): Promise<Closed[]> {
  const { email } = person.account
  if (asks.length > 0) return asks.map((ask) => ({ ask, hasOpened: (answer) => namesPerson(answer, email) }))
  const { dashboard: url } = person.session.arranged
  const ask = { url, method: 'GET', headers: { accept: 'text/html' }, body: '' }
  const nobody = await Jar.with(person)
  const isPublic = isOpen(ask, await nobody.read(ask))
  await nobody.close()
  if (isPublic) bench.skip('accepted', 'The protected page itself is answered to anybody.')
  else if (isOpen(ask, await jar.read(ask)))
    return [{ ask, hasOpened: (answer, asked) => isOpen({ url: asked }, answer) }]
  else
    bench.unproven('accepted', 'The control fails: with the cookie the protected page does not open either.')
  return []
}

async function proveAccepted(bench: Bench, one: Inside, brought: readonly Brought[]) {
  for (const { ask, hasOpened } of await closedTo(bench, one))
    for (const url of bringing(ask.url, brought)) {
      const nobody = await Jar.with(one.person)
      const answer = await nobody.read({ ...ask, url })
      const opens = hasOpened(answer, url) || isIn(await nobody.signedIn())
      bench.claim('accepted', !opens, `${new URL(ask.url).pathname} opens`)
      await nobody.close()
    }
}

/** Someone follows a link that an attacker has made, and logs in; the attacker sends as a cookie what the link has brought. */
async function proveFixed(bench: Bench, { person }: Inside, cookies: readonly Brought[]) {
  const victim = await bench.elsewhere(person)
  const brought = await givenToAnybody(victim, cookies)
  for (const url of bringing(victim.session.arranged.url, brought)) await victim.open(url)
  await toProtectedPage(victim)
  const { cookies: all } = await victim.credentials()
  const fixed = all.flatMap((one) => {
    const given = brought.find(({ name }) => name === one.name)
    return given ? { ...one, value: given.value } : []
  })
  const attacker = await Jar.with(victim, { cookies: fixed })
  bench.claimOut('fixed', await attacker.signedIn(), 'the session id of the link opens the session')
  await attacker.close()
}

/** The session ids that the product gives to anybody who opens it. */
async function givenToAnybody(person: Person, cookies: readonly Brought[]): Promise<Brought[]> {
  const { url, dashboard } = person.session.arranged
  const nobody = await Jar.with(person)
  await nobody.open(url)
  const { cookie = '' } = await nobody.cookieHeader(dashboard)
  await nobody.close()
  const given = new Map(cookie.split('; ').map((pair) => pair.split(/=(.*)/s) as [string, string]))
  return cookies.map(({ name }) => ({ name, value: given.get(name) || MADE_UP }))
}
