import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import { pagesOf, readingsOf, visitPages } from '../bench/readings.ts'
import { sentBy, sentFrom } from '../bench/sender-headers.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { proveClosed } from './closed-pages.ts'

export const ses9 = defineCheck({
  id: 'SES9',
  title: 'What names the person who is logged in is answered to nobody who is not',
  source: '8.2.2; 8.3.1; 4.1.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {
    pages: 'no page that names the person opens to someone who is not logged in',
    variants: 'no such page opens where its address is written in another way',
    headers:
      'no such page opens to a request whose headers name the person, or a place inside the deployment',
    kept: 'no cache keeps such a page for anybody else where it was opened by the address of a file below it',
    closed: 'none of the further pages that the profile names is shown to someone who is not logged in',
    interfaces: 'no interface whose answer names the person answers someone who is not logged in',
  },
  async prove(bench) {
    const person = await account(bench)
    const reads = readingsOf(person)
    await toProtectedPage(person)
    const pages = await pagesOf(person)
    await visitPages(person, pages)
    const inside = await Jar.of(person)
    const nobody = await Jar.with(person)
    const jars = { inside, nobody, email: person.account.email }
    await prove(bench, 'pages', pages, jars)
    await prove(bench, 'interfaces', reads(), jars)
    await Promise.all([inside.close(), nobody.close()])
    await proveClosed(bench, person)
  },
})

/** An address as a guard may read it in another way than what answers it. */
function writingsOf(url: string): string[] {
  const { pathname } = new URL(url)
  const paths = [
    `${pathname}/`,
    pathname.toUpperCase(),
    pathname.replace(/\/([^/]*)$/, '//$1'),
    `${pathname};a=b`,
    `${pathname}.json`,
    `${pathname}%20`,
  ]
  return paths.map((path) => Object.assign(new URL(url), { pathname: path }).href)
}

/** Caches keep files for everybody (CWE-525), and some products answer with a page at any address below it. */
function filesAt(url: string): string[] {
  const { pathname } = new URL(url)
  const paths = [`${pathname}/style.css`, `${pathname}/script.js`, `${pathname}.css`, `${pathname};style.css`]
  return paths.map((path) => Object.assign(new URL(url), { pathname: path }).href)
}

interface Jars {
  /** As the person is logged in. */
  inside: Jar
  nobody: Jar
  email: string
}

async function prove(
  bench: Bench,
  claim: 'pages' | 'interfaces',
  asks: Sent[],
  { inside, nobody, email }: Jars,
) {
  let tried = 0
  for (const ask of asks) {
    // A page repeats what its address says.
    if ([email, encodeURIComponent(email)].some((written) => ask.url.includes(written))) continue
    if (!namesPerson(await inside.read(ask), email)) continue
    tried += 1
    const said = (url: string) => `${new URL(url).pathname} answers anybody`
    const isClosed = bench.claim(claim, !namesPerson(await nobody.read(ask), email), said(ask.url))
    if (claim !== 'pages') continue
    const headers = { ...ask.headers, ...sentFrom('127.0.0.1'), ...sentBy(email) }
    if (isClosed)
      bench.claim('headers', !namesPerson(await nobody.read({ ...ask, headers }), email), said(ask.url))
    else bench.skip('headers', 'It answers anybody.')
    for (const url of writingsOf(ask.url))
      bench.claim('variants', !namesPerson(await nobody.read({ ...ask, url }), email), said(url))
    for (const url of filesAt(ask.url)) {
      await inside.read({ ...ask, url })
      bench.claim('kept', !namesPerson(await nobody.read({ ...ask, url }), email), said(url))
    }
  }
  if (tried > 0) return
  const skipped = claim === 'pages' ? [claim, 'headers', 'variants', 'kept'] : [claim]
  for (const each of skipped)
    bench.skip(each, 'Nothing of this kind names the person: it would not be known whose it is.')
}
