import type { Request, Response } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { secretsOf } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { type Mailed, mailedKinds, sentLink, whyNoLink } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { isMadeByScript } from './made-by-script.ts'

/** Policies under which no other site learns the path. */
const SILENT = [
  'no-referrer',
  'same-origin',
  'strict-origin',
  'origin',
  'strict-origin-when-cross-origin',
  'origin-when-cross-origin',
]

export const lnk8 = defineCheck({
  id: 'LNK8',
  title: 'The page behind a mailed link leaks its address to nobody, and is not cached',
  source: '3.4.5; 14.3.2; RFC 9700 §4.2.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  claims: {
    requests: 'the page behind a mailed link asks nothing of other sites',
    referrer: 'the Referrer-Policy of the page keeps the address from other sites',
    cache: 'the page is the same whatever the link is, or Cache-Control says no-store',
  },
  async prove(bench) {
    for (const kind of mailedKinds)
      if (whyNoLink(bench, kind) === undefined)
        await proveSilent(bench, await sentLink(bench, kind), bench.role(kind))
  },
})

async function proveSilent(bench: Bench, person: Person, { openLink, passwordForm }: Mailed) {
  const address = await mailedLink(person, openLink)
  const secrets = secretsOf(address)
  const answers: Response[] = []
  const asked: Request[] = []
  const note = (response: Response) => answers.push(response)
  const noteAsked = (request: Request) => asked.push(request)
  person.page.on('response', note)
  person.page.on('request', noteAsked)
  await person.open(address)
  await person.reach(passwordForm)
  person.page.off('response', note)
  person.page.off('request', noteAsked)
  const { origin } = new URL(address)
  // One that gets no answer has told the address all the same, unless the browser has not sent it.
  const strangers = asked
    .filter((request) => !/csp/i.test(request.failure()?.errorText ?? ''))
    .map((request) => new URL(request.url()))
    .filter((url) => url.protocol.startsWith('http') && url.origin !== origin)
  bench.claim('requests', strangers.length === 0, `it asks ${strangers[0]?.origin}`)
  const pages = answers.filter((answer) => answer.request().isNavigationRequest() && answer.status() < 300)
  const stranger = await Jar.with(person)
  const meta = await person.page.evaluate(
    () => document.querySelector<HTMLMetaElement>('meta[name=referrer]')?.content,
  )
  for (const page of pages) {
    const headers = await page.allHeaders()
    const policy = meta ?? headers['referrer-policy']?.split(',').at(-1)?.trim() ?? ''
    // A page that was redirected to without the token has nothing to keep.
    const isKept = SILENT.includes(policy) || !secrets.some((secret) => page.url().includes(secret))
    bench.claim('referrer', isKept, `it is “${policy}”`)
    if (await isMadeByScript(stranger, page, address)) {
      bench.claim('cache', true)
      continue
    }
    const caching = headers['cache-control'] ?? ''
    bench.claim('cache', caching.includes('no-store'), `it says “${caching}”`)
  }
  await stranger.close()
}
