import { describe, expect, test } from 'vitest'
import { findMisbehaviour } from '../index.ts'
import { clients, tryClient } from './clients.ts'
import { fixture } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import type { Results } from './table.ts'
import { trustedIdp } from './trusted-idp.ts'

const recorded: Results = results
const fixtures = { entra: fixture('entra', { signInAudience: 'AzureADMultipleOrgs' }), oidc: fixture('oidc') }

const idp = trustedIdp(fixtures.entra.directory, fixtures.oidc.directory)

/** What every client may meet, at each of the places where it looks. */
const five = ['invalid-aud', 'nonce-invalid', 'expired', 'wrong-state', 'failing-token-endpoint']
const tried = clients.filter(({ logIn }) => logIn !== undefined)

/** Accepted or refused at which step: the words after that are the library's, and change with its version. */
const stepOf = (said = '') => said.split(':')[0]

for (const client of tried)
  describe.runIf(client.isHere)(client.name, () => {
    test.each(five)('does as the table says when the provider does this: %s', async (id) => {
      const misbehaviour = findMisbehaviour(id)
      if (!misbehaviour) throw new Error(`There is no '${id}'.`)
      const said = await tryClient(client, misbehaviour, idp(), fixtures)
      expect(stepOf(said)).toBe(stepOf(recorded[id]?.[client.name]))
    })
  })

test('every client has a column, and every row of it says what happened', () => {
  const names = tried.map(({ name }) => name)
  for (const id of five)
    for (const name of names) expect(recorded[id]?.[name], `${id}, ${name}`).toMatch(/^(accepted|login: .)/)
})
