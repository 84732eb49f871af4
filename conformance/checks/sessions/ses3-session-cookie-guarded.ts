import type { Response } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { cookiesThatOpen } from './opens-in-browser.ts'
import { sessionParts } from './session-parts.ts'
import { forEachWayIn, type WayIn } from './ways-in.ts'

/** RFC 6265bis section 5.7: a browser takes a Secure cookie from a secure origin alone, so a sound product may set none there. */
const WITHOUT_TLS = 'The target is asked without TLS, and sets no cookie Secure there.'
const BY_SCRIPT = 'A script has written the cookie.'

export const ses3 = defineCheck({
  id: 'SES3',
  title: 'The session cookie is Secure, HttpOnly and SameSite, and its name keeps it so',
  source: '3.3.1; 3.3.2; 3.3.3; 3.3.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes', 'sso'],
  seconds: 90,
  needs: [],
  claims: {
    name: 'the name of the session cookie begins with __Host- or __Secure-',
    secure: 'the session cookie is Secure',
    'http-only': 'the session cookie is HttpOnly',
    'same-site': 'the session cookie is SameSite Lax or Strict',
  },
  prove: (bench) =>
    forEachWayIn(bench, ['name', 'secure', 'http-only', 'same-site'], (way) => proveGuarded(bench, way)),
})

async function proveGuarded(bench: Bench, { someone, logIn }: WayIn) {
  const person = await someone()
  const answers: Response[] = []
  const note = (response: Response) => void answers.push(response)
  person.page.on('response', note)
  await logIn(person)
  await person.settle()
  const parts = await sessionParts(person)
  person.page.off('response', note)
  const holding = parts.filter(({ kind }) => kind === 'cookie')
  // Where scripts send a token, a cookie may bring them one.
  const cookies = holding.length > 0 ? holding : await cookiesThatOpen(person)
  if (cookies.length === 0)
    throw new NotTestable(
      `No cookie holds the session: scripts send it as ${parts.map(({ name }) => name).join(', ')}.`,
    )
  const { protocol } = new URL(person.session.arranged.dashboard)
  const lines = (await Promise.all(answers.map(cookiesSetBy))).flat()
  const maySecure = protocol === 'https:' || lines.some((line) => attributesOf(line).includes('secure'))
  for (const { name, value } of cookies) {
    const line = lines.findLast((line) => line.startsWith(`${name}=${value}`))
    const attributes = line === undefined ? await attributesInBrowser(person, name) : attributesOf(line)
    const set = `${name} is set with “${attributes.join('; ')}”`
    if (maySecure) {
      bench.claim('name', /^__(?:Host|Secure)-/.test(name), `it is ${name}`)
      bench.claim('secure', attributes.includes('secure'), set)
    } else for (const claim of ['name', 'secure']) bench.skip(claim, WITHOUT_TLS)
    bench.claim('http-only', attributes.includes('httponly'), set)
    const sameSite = attributes.some((part) => part === 'samesite=lax' || part === 'samesite=strict')
    if (line === undefined) bench.skip('same-site', BY_SCRIPT)
    else bench.claim('same-site', sameSite, set)
  }
}

/**
 * What the browser keeps of a cookie that a script has written, as attributes: what it was to be for other sites is not among it.
 * @throws Unproven where no script can have written it
 */
async function attributesInBrowser(person: Person, name: string): Promise<string[]> {
  const kept = (await person.session.context.cookies()).find((cookie) => cookie.name === name)
  if (!kept || kept.httpOnly) throw new Unproven(`It was not seen how ${name} is set.`)
  return ['by a script', ...(kept.secure ? ['secure'] : [])]
}

const attributesOf = (line: string): string[] =>
  line
    .split(';')
    .slice(1)
    .map((part) => part.trim().toLowerCase())

async function cookiesSetBy(response: Response): Promise<string[]> {
  const headers = await response.headersArray().catch(() => [])
  return headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value)
}
