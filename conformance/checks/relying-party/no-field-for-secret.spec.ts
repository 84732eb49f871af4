import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { arrangeBundled } from '../../targets/bundled.ts'
import { startBundled } from '../../targets/start-bundled.ts'
import type { Target } from '../../targets/target.ts'
import { Bench } from '../bench/bench.ts'
import { rp10 } from './rp10-address-takes-nothing-over.ts'
import { rp14 } from './rp14-password-is-no-way-around.ts'
import { rp17 } from './rp17-unverified-address.ts'

test.setTimeout(240_000)

/** The bundled tenant as the documentation has it: the settings of SSO name no client secret. */
const targetAt = (url: string): Target => ({
  name: 'A tenant without a field for the client secret',
  packs,
  url,
  capabilities: ['identity-provider', 'mailbox', 'authenticator-app'],
  patience: 8_000,
  documented: { verifiedAddress: true },
  arrange: async (flow, given) => ({ flow, given, ...(await arrangeBundled(url, given)) }),
})

for (const check of [rp10, rp14, rp17])
  test(`${check.id} is made where the client secret has no field`, { tag: '@long' }, async ({ browser }) => {
    const { url, close } = await startBundled()
    const bench = new Bench(browser, targetAt(url), check)
    await bench.prove()
    await bench.close()
    await close()
    const verdicts = bench.claims.all().map(({ id, verdict }) => `${id} ${verdict}`)
    expect(verdicts).toEqual(Object.keys(check.claims).map((id) => `${id} passed`))
  })
