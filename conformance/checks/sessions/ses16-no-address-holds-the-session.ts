import type { Frame, Request } from '@playwright/test'
import { parse } from 'node-html-parser'
import type { Bench } from '../bench/bench.ts'
import { type Met, metDuring } from '../bench/pages-met.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { cookiesThatOpen } from './opens-in-browser.ts'
import { sessionParts } from './session-parts.ts'
import { forEachWayIn, type WayIn } from './ways-in.ts'

/** A shorter value may be in an address by chance. */
const SHORTEST_SECRET = 16

export const ses16 = defineCheck({
  id: 'SES16',
  title: 'No address holds what opens the session',
  source: '14.2.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'sso'],
  needs: [],
  seconds: 90,
  claims: {
    address:
      'no address that the browser asks for or shows holds the session id, from the login to the protected page',
    links: 'no link and no form on the pages from the login to the protected page holds the session id',
  },
  prove: (bench) => forEachWayIn(bench, ['address', 'links'], (way) => proveInNone(bench, way)),
})

async function proveInNone(bench: Bench, { someone, logIn }: WayIn) {
  const person = await someone()
  let met: readonly Met[] = []
  let failed: unknown
  const addresses = await addressesDuring(person, async () => {
    met = await metDuring(person, () =>
      logIn(person).catch((error: unknown) => {
        failed = error
      }),
    )
  })
  if (failed !== undefined) throw failed
  const links = [...met.flatMap(({ body }) => linksIn(body)), ...linksIn(await person.page.content())]
  const opening = [...(await sessionParts(person)), ...(await cookiesThatOpen(person))]
  const secrets = opening.filter(({ value }) => value.length >= SHORTEST_SECRET)
  for (const [claim, all] of Object.entries({ address: addresses, links })) {
    if (secrets.length === 0)
      bench.skip(claim, 'What holds the session is too short to be told from other text.')
    for (const { name, value } of secrets) {
      const holding = all.find((url) => url.includes(value) || url.includes(encodeURIComponent(value)))
      const { pathname } = new URL(holding ?? '/', person.session.arranged.url)
      bench.claim(claim, holding === undefined, `${pathname} has that of ${name}`)
    }
  }
}

/** What a page leads to, and what it loads: a session id there goes wherever the page is sent (CWE-598). */
const linksIn = (body: string): string[] =>
  parse(body)
    .querySelectorAll('[href], [action], [formaction], [src]')
    .flatMap(({ attributes: { href, action, formaction, src } }) => [href, action, formaction, src])
    .filter((address) => address !== undefined)

/** What the browser asks for, and what it shows as its address: a script may add to that. */
async function addressesDuring({ page, session }: Person, action: () => Promise<void>): Promise<string[]> {
  const addresses: string[] = []
  const asked = (request: Request) => void addresses.push(request.url())
  const shown = (frame: Frame) => void addresses.push(frame.url())
  session.context.on('request', asked)
  page.on('framenavigated', shown)
  try {
    await action()
    await session.settling.settled(session.patience)
  } finally {
    session.context.off('request', asked)
    page.off('framenavigated', shown)
  }
  return addresses
}
