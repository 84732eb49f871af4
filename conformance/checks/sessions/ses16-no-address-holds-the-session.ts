import type { Frame, Request } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
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
  },
  prove: (bench) => forEachWayIn(bench, ['address'], (way) => proveInNone(bench, way)),
})

async function proveInNone(bench: Bench, { someone, logIn }: WayIn) {
  const person = await someone()
  const addresses = await addressesDuring(person, () => logIn(person))
  const secrets = (await sessionParts(person)).filter(({ value }) => value.length >= SHORTEST_SECRET)
  if (secrets.length === 0)
    return bench.skip('address', 'What holds the session is too short to be told from other text.')
  for (const { name, value } of secrets) {
    const holding = addresses.find((url) => url.includes(value) || url.includes(encodeURIComponent(value)))
    bench.claim(
      'address',
      holding === undefined,
      `${holding && new URL(holding).pathname} has that of ${name}`,
    )
  }
}

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
