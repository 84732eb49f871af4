import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, misbehaviours, startMockIdp } from '../index.ts'
import { clients, tryClient } from './clients.ts'
import { fixture } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import type { Results } from './table.ts'
import { trust } from './trust.ts'

const recorded: Results = results
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
let idp: MockIdp

beforeAll(async () => {
  const directories = [fixtures.entra.directory, fixtures.oidc.directory]
  idp = await startMockIdp({ directories, https: { port: 0 } })
  trust(idp.certificateFile ?? '')
})
afterAll(() => idp.close())

const met = misbehaviours.filter(({ id, seenAt }) => seenAt === 'api' || id === 'test')

for (const client of clients.filter(({ takeToken }) => takeToken !== undefined))
  describe(client.name, () => {
    test.each(met)('does as the table says, and well: $id', async (misbehaviour) => {
      const said = await tryClient(client, misbehaviour, idp, fixtures)
      expect(said.split(':')[0]).toBe(recorded[misbehaviour.id]?.[client.name]?.split(':')[0])
      expect(said === 'accepted').toBe(misbehaviour.expect === 'accept')
    })
  })
