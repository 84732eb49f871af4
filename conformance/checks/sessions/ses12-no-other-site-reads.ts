import type { Bench } from '../bench/bench.ts'
import { EVIL } from '../bench/forged-host.ts'
import { inside } from '../bench/inside.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { account } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { renewalOf } from './renewal-request.ts'

/** Origins of other sites: any, one that begins or ends as the deployment’s own, and that of a frame without rights. */
const originsOf = ({ protocol, hostname }: URL) => [
  `https://${EVIL}`,
  `${protocol}//${hostname}.${EVIL}`,
  `${protocol}//evil${hostname}`,
  'null',
]

const mayRead = ({ headers }: Answer, origin: string) =>
  headers['access-control-allow-origin'] === origin && headers['access-control-allow-credentials'] === 'true'

export const ses12 = defineCheck({
  id: 'SES12',
  title: 'What names the person who is logged in can’t be read by the scripts of another site',
  source: '3.4.2; Fetch §3.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {
    read: 'no answer that names the person allows another origin to read it with credentials',
    renewal:
      'no answer that renews the token of the session allows another origin to read it with credentials',
  },
  seconds: 90,
  async prove(bench) {
    const { person, jar, asks } = await inside(await account(bench))
    await proveRenewal(bench, person)
    for (const origin of originsOf(new URL(person.session.arranged.url)))
      for (const ask of asks) {
        // With them go cookies, and no token that the deployment's own scripts would add.
        const headers = { ...ask.headers, origin, 'sec-fetch-site': 'cross-site' }
        const answer = await jar.send({ ...ask, headers })
        const isAllowed = namesPerson(answer, person.account.email) && mayRead(answer, origin)
        bench.claim('read', !isAllowed, `${new URL(ask.url).pathname} allows ${origin} to`)
      }
    await jar.close()
    if (asks.length === 0) throw new NotTestable('Nothing that opens names the person who is logged in.')
  },
})

/** A token that another site reads opens all that it opens here. Sent as a browser sends it without asking before (Fetch section 3.3). */
async function proveRenewal(bench: Bench, person: Person) {
  const renewal = await renewalOf(person)
  if (!renewal) return bench.skip('renewal', 'No script gets a new token by a cookie.')
  const { url, method } = renewal.sent
  const jar = await Jar.of(renewal.person)
  for (const origin of originsOf(new URL(person.session.arranged.url))) {
    const headers = { accept: '*/*', origin, 'sec-fetch-site': 'cross-site' }
    const answer = await jar.send({ url, method, headers, body: '' })
    const isAllowed = renewal.brings(answer.body) && mayRead(answer, origin)
    bench.claim('renewal', !isAllowed, `${new URL(url).pathname} allows ${origin} to`)
  }
  await jar.close()
}
