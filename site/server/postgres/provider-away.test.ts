import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDirectory } from '@doorstep/mock-idp'
import { expect, test } from 'vitest'
import { makeSchema, testDatabase } from '../../tenant/testing/open-test-store.ts'
import { Relay } from '../../tenant/testing/relay.ts'
import { until } from '../../tenant/testing/until.ts'
import { startProvider } from '../start-provider.ts'

test('while PostgreSQL is away the provider answers 503, and goes on by itself', async () => {
  const schema = await makeSchema(testDatabase ?? '')
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
  const relay = new Relay(testDatabase ?? '')
  await relay.open()
  const settings = { idpPort: 0, idpTlsPort: 0, dataFolder: folder, databaseUrl: relay.through(schema.url) }
  const provider = await startProvider(settings, 'http://localhost')
  try {
    const harbour = await provider.addDirectory(makeDirectory({ kind: 'oidc', displayName: 'Harbour' }))
    const ask = () => fetch(`${provider.issuer(harbour)}/.well-known/openid-configuration`)
    expect((await ask()).status).toBe(200)
    await relay.close()
    const refused = await ask()
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' })
    await relay.open()
    const back = await until('it is back', async () => ((await ask()).status === 200 ? true : undefined))
    expect(back).toBe(true)
  } finally {
    await provider.close()
    await relay.close()
    await schema.drop()
    rmSync(folder, { recursive: true })
  }
})
