import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Jar } from '../bench/jar.ts'
import { Unproven } from '../bench/outcome.ts'
import { proveUnchanged } from '../bench/refusal.ts'
import { withValue } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { fillSettings, saveSettings, settingsOf, toSettings } from './settings.ts'

const WELL_KNOWN = '/.well-known/openid-configuration'

export const cfg2 = defineCheck({
  id: 'CFG2',
  title:
    'A discovery address that leads into the deployment’s own network is refused, and nothing there is asked',
  source: '1.3.6',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  async prove(bench) {
    const administrator = await toSettings(bench)
    const before = await settingsOf(administrator)
    await fillSettings(administrator, 'malformed')
    const sent = await administrator.holdsBack(() => saveSettings(administrator))
    const typed = [...new URLSearchParams(sent.body).values()].find((value) => value === 'no address at all')
    if (!typed) throw new Unproven('The address is not found in the request that saves it.')
    const asked: string[] = []
    const inside = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(inside, 'listening')
    const { port } = inside.address() as AddressInfo
    const jar = await Jar.of(administrator)
    const origins = [
      `http://127.0.0.1:${port}`,
      `http://2130706433:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
      `http://0.0.0.0:${port}`,
    ]
    for (const origin of [...origins, 'http://169.254.169.254', 'http://[fe80::1]', 'https://10.0.0.1']) {
      const { error } = await jar.send(withValue(sent, typed, origin + WELL_KNOWN))
      await proveUnchanged(bench, {
        of: `saving ${new URL(origin).hostname}`,
        error,
        stays: 'the settings are what they were',
        holds: async () => (await settingsOf(administrator)) === before,
      })
    }
    await jar.close()
    inside.close()
    bench.claim(
      'nothing behind these addresses was asked',
      asked.length === 0,
      `it was asked for ${asked[0]}`,
    )
  },
})
