import { scanPage } from '../../page/scan.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import { type Met, metAtEnrolment, metByAdministrator } from '../bench/pages-met.ts'
import { pagesOf, readingsOf } from '../bench/readings.ts'
import { defineCheck } from '../check.ts'

export const ses11 = defineCheck({
  id: 'SES11',
  title:
    'What names the person who is logged in is kept in no cache: after logging out, Back shows none of it',
  source: '14.3.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes', 'administration', 'ssoSettings'],
  needs: [],
  seconds: 90,
  claims: {
    'no-store': 'Cache-Control says no-store of every page and interface that names the person',
    secret: 'Cache-Control says no-store of what holds the secret of an authenticator app',
    others: 'Cache-Control says no-store of what an Administrator reads about another user',
  },
  async prove(bench) {
    const person = await account(bench)
    const reads = readingsOf(person)
    await toProtectedPage(person)
    const jar = await Jar.of(person)
    let tried = 0
    for (const ask of [...(await pagesOf(person)), ...reads()]) {
      const answer = await jar.read(ask)
      if (!namesPerson(answer, person.account.email)) continue
      tried += 1
      claimUnkept(bench, 'no-store', { ...answer, url: ask.url })
    }
    await jar.close()
    await proveFurther(bench)
    if (tried === 0) bench.skip('no-store', 'Nothing that opens names the person who is logged in.')
  },
})

function claimUnkept(bench: Bench, claim: string, { url, headers }: Pick<Met, 'url' | 'headers'>) {
  const said = headers['cache-control']
  const observed = `${new URL(url).pathname} has ${said === undefined ? 'no Cache-Control' : `“${said}”`}`
  bench.claim(claim, /\bno-store\b/i.test(said ?? ''), observed)
}

async function proveFurther(bench: Bench) {
  const enrolment = await metAtEnrolment(bench)
  const secret = enrolment && (await scanPage(enrolment.person.page))?.secret.toLowerCase()
  const inWriting = enrolment?.met.filter(({ body }) => secret && withoutGroups(body).includes(secret)) ?? []
  // A picture of it is part of the page.
  const drawnOn = enrolment?.met.filter(({ isPage }) => isPage).slice(-1) ?? []
  const holding = inWriting.length > 0 ? inWriting : secret ? drawnOn : []
  for (const met of holding) claimUnkept(bench, 'secret', met)
  if (holding.length === 0) bench.skip('secret', 'Nobody enrols an authenticator app here.')
  const administration = await metByAdministrator(bench)
  const naming = administration?.met.filter(({ body }) => body.includes(administration.added)) ?? []
  for (const met of naming) claimUnkept(bench, 'others', met)
  if (naming.length === 0) bench.skip('others', 'No Administrator reads of another user here.')
}

/** People read a secret in groups. */
const withoutGroups = (text: string) => text.replace(/\s/g, '').toLowerCase()
