import { readFile, writeFile } from 'node:fs/promises'
import { type Misbehaviour, misbehaviours, startMockIdp } from '../index.ts'
import { type Client, clients, notTried, tryClient } from './clients.ts'
import { fixture } from './fixture.ts'
import former from './results.json' with { type: 'json' }
import { type Results, renderTable, withTable } from './table.ts'
import { trust } from './trust.ts'

/**
 * Runs every client through every misbehaviour, or those named as arguments, keeps the outcomes in results.json, and writes the
 * README's table.
 */
const named = process.argv.slice(2)
const isNamed = <T>(all: readonly T[], nameOf: (one: T) => string, one: T) =>
  !all.some((each) => named.includes(nameOf(each))) || named.includes(nameOf(one))
const isMeant = (client: Client, misbehaviour: Misbehaviour) =>
  client.isHere &&
  isNamed(clients, ({ name }) => name, client) &&
  isNamed(misbehaviours, ({ id }) => id, misbehaviour)
const multiTenant = { signInAudience: 'AzureADMultipleOrgs' } as const
// A directory for each: keys that change for one client must not change under another.
const contestants = clients.map((client, index) => ({
  client,
  fixtures: { entra: fixture('entra', multiTenant), oidc: fixture('oidc', {}, `client-${index}`) },
}))
const idp = await startMockIdp({
  directories: contestants.flatMap(({ fixtures: { entra, oidc } }) => [entra.directory, oidc.directory]),
  https: { port: 0 },
})
trust(idp.certificateFile ?? '')

const recorded: Results = former
const results: Results = {}
for (const misbehaviour of misbehaviours) {
  const said = await Promise.all(
    contestants.map(async ({ client, fixtures }) => {
      const before = recorded[misbehaviour.id]?.[client.name] ?? notTried
      return [
        client.name,
        isMeant(client, misbehaviour) ? await tryClient(client, misbehaviour, idp, fixtures) : before,
      ] as const
    }),
  )
  results[misbehaviour.id] = Object.fromEntries(said)
}
await idp.close()

const readme = new URL('../README.md', import.meta.url)
const names = clients.map(({ name }) => name)
await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
await writeFile(readme, withTable(await readFile(readme, 'utf8'), renderTable(results, names)))
process.stdout.write(`${misbehaviours.length} misbehaviours × ${clients.length} clients\n`)
process.exit(0)
