import { describe, expect, test } from 'vitest'
import { misbehaviours } from '../index.ts'
import { clients, tryClient } from './clients.ts'
import { fixture } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import type { Results } from './table.ts'
import { trustedIdp } from './trusted-idp.ts'

const recorded: Results = results
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }

const idp = trustedIdp(fixtures.entra.directory, fixtures.oidc.directory)

const met = misbehaviours.filter(({ id, seenAt }) => seenAt === 'api' || id === 'test')

for (const client of clients.filter(({ takeToken }) => takeToken !== undefined))
  describe(client.name, () => {
    test.each(met)('does as the table says, and well: $id', async (misbehaviour) => {
      const said = await tryClient(client, misbehaviour, idp(), fixtures)
      expect(said.split(':')[0]).toBe(recorded[misbehaviour.id]?.[client.name]?.split(':')[0])
      expect(said === 'accepted').toBe(misbehaviour.expect === 'accept')
    })
  })
