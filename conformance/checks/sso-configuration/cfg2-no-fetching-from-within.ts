import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Jar } from '../bench/jar.ts'
import { Unproven } from '../bench/outcome.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { proveNotLedInside } from './leads-inside.ts'
import { whyInsideIsAllowed } from './private-provider.ts'
import { fillSettings, saveSettings, settingsOf, toSettings } from './settings.ts'

const WELL_KNOWN = '/.well-known/openid-configuration'
const MALFORMED = 'no address at all'

export const cfg2 = defineCheck({
  id: 'CFG2',
  title:
    'A discovery address that leads into the deployment’s own network is refused, and nothing there is asked',
  source: '1.3.6',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['ssoSettings', 'sso', 'login', 'session'],
  needs: ['identity-provider'],
  seconds: 110,
  claims: {
    saved: 'an address inside the deployment’s own network is not saved',
    asked: 'nothing behind such an address is asked',
    redirected: 'no redirect of the provider into that network is followed',
    metadata: 'no endpoint in that network that the provider’s metadata name is asked',
    ...rejectionClaims,
  },
  async prove(bench) {
    const administrator = await toSettings(bench)
    const before = await settingsOf(administrator)
    await fillSettings(administrator, 'malformed')
    const sent = await administrator.interceptRequest(() => saveSettings(administrator))
    const withAddress = (address: string) => (of: Sent) => withValue(of, MALFORMED, address)
    if (withAddress('')(sent).body === sent.body)
      throw new Unproven('The address is not found in the request that saves it.')
    const asked: string[] = []
    const inside = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(inside, 'listening')
    const { port } = inside.address() as AddressInfo
    const jar = await Jar.of(administrator)
    const rejections = new Rejections(bench)
    const excuse = await whyInsideIsAllowed(administrator)
    for (const origin of originsInside(port)) {
      const { error } = await jar.sendFresh(sent, withAddress(origin + WELL_KNOWN))
      const accepted = (await settingsOf(administrator)) !== before
      const of = `saving ${new URL(origin).hostname}`
      if (accepted && excuse !== undefined) bench.unproven('saved', excuse)
      else rejections.prove({ claim: 'saved', of, error, accepted, otherwise: 'the settings have changed' })
    }
    inside.close()
    if (asked.length > 0 && excuse !== undefined) bench.unproven('asked', excuse)
    else bench.claim('asked', asked.length === 0, `it is asked for ${asked[0]}`)
    await rejections.control({
      of: 'the right address, sent in the same way,',
      async works() {
        await jar.sendFresh(sent, withAddress(administrator.session.provider().discoveryUrl))
        return (await settingsOf(administrator)) !== before
      },
      afresh: async () => false,
    })
    await jar.close()
    await proveNotLedInside(administrator, excuse)
  },
})

const originsInside = (port: number) => [
  `http://127.0.0.1:${port}`,
  `http://2130706433:${port}`,
  `http://[::ffff:127.0.0.1]:${port}`,
  `http://0.0.0.0:${port}`,
  'http://169.254.169.254',
  'http://[fe80::1]',
  'https://10.0.0.1',
]
