import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, misbehaviours, startMockIdp } from '../index.ts'
import { clients, tryClient } from './clients.ts'
import { fixture } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import { type Results, renderTable, withTable } from './table.ts'

const recorded: Results = results
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
let idp: MockIdp

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
})
afterAll(() => idp.close())

/** What a client that knows no tenants can't see. */
const invisible = new Set(['tid-not-in-iss'])
/** Tried without the others, because they wait. */
const slow = new Set(['slow-token-endpoint', 'slow-discovery'])

const [openidClient] = clients
const tried = misbehaviours.filter(
  ({ id, seenAt }) => !['logout', 'api'].includes(seenAt ?? '') && !slow.has(id),
)

describe('openid-client with its signature checks on', () => {
  test.each(tried)('$id: $expect', async (misbehaviour) => {
    if (!openidClient) throw new Error('clients.ts lists no client')
    const said = await tryClient(openidClient, misbehaviour, idp, fixtures)
    expect(said).toBe(recorded[misbehaviour.id]?.[openidClient.name])
    const good = invisible.has(misbehaviour.id) || misbehaviour.expect === 'accept'
    expect(said === 'accepted').toBe(good)
  })
})

test('every misbehaviour has its results, and the README shows them', async () => {
  expect(Object.keys(recorded)).toEqual(misbehaviours.map(({ id }) => id))
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const names = clients.map(({ name }) => name)
  expect(withTable(readme, renderTable(recorded, names))).toBe(readme)
})
