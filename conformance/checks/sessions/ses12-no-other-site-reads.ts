import { EVIL } from '../bench/forged-host.ts'
import { inside } from '../bench/inside.ts'
import { account } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'

/** Origins of other sites: any, one that begins or ends as the deployment’s own, and that of a frame without rights. */
const originsOf = ({ protocol, hostname }: URL) => [
  `https://${EVIL}`,
  `${protocol}//${hostname}.${EVIL}`,
  `${protocol}//evil${hostname}`,
  'null',
]

export const ses12 = defineCheck({
  id: 'SES12',
  title: 'What names the person who is logged in can’t be read by the scripts of another site',
  source: '3.4.2; Fetch §3.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: { read: 'no answer that names the person allows another origin to read it with credentials' },
  async prove(bench) {
    const { person, jar, asks } = await inside(await account(bench))
    for (const origin of originsOf(new URL(person.session.arranged.url)))
      for (const ask of asks) {
        // With them go cookies, and no token that the deployment's own scripts would add.
        const answer = await jar.send({ ...ask, headers: { ...ask.headers, origin } })
        const { headers } = answer
        const isAllowed =
          namesPerson(answer, person.account.email) &&
          headers['access-control-allow-origin'] === origin &&
          headers['access-control-allow-credentials'] === 'true'
        bench.claim('read', !isAllowed, `${new URL(ask.url).pathname} allows ${origin} to`)
      }
    await jar.close()
    if (asks.length === 0) throw new NotTestable('Nothing that opens names the person who is logged in.')
  },
})
