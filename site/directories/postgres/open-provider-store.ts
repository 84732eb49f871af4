import type { IdpStore } from '@doorstep/mock-idp'
import { openVaultIn } from '../../tenant/store/data-folder.ts'
import type { Vault } from '../../tenant/store/open-vault.ts'
import { openDatabase } from '../../tenant/store/postgres/open-database.ts'
import { postgresArtifacts } from './artifacts.ts'
import { postgresDirectories } from './directories.ts'
import { migrations, type ProviderDatabase } from './tables.ts'

/** One request to the provider asks several times; the tenant needs connections as well. */
const MOST_CONNECTIONS = 5

function postgresKeys(db: ProviderDatabase, vault: Vault): IdpStore['keys'] {
  async function get(name: string) {
    const row = await db.selectFrom('idp_keys').select('sealed').where('name', '=', name).executeTakeFirst()
    return row && vault.open(row.sealed, name)
  }
  const insert = (name: string, text: string) =>
    db.insertInto('idp_keys').values({ name, sealed: vault.seal(text, name) })
  return {
    get,
    async put(name, text) {
      await insert(name, text)
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ sealed: (eb) => eb.ref('excluded.sealed') }),
        )
        .execute()
    },
    async add(name, text) {
      await insert(name, text)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return (await get(name)) ?? text
    },
    async delete(name) {
      await db.deleteFrom('idp_keys').where('name', '=', name).execute()
    },
  }
}

/**
 * Everything of the provider that outlives a restart, in a PostgreSQL database that any number of processes use. Secrets are
 * sealed with the key in the folder.
 * @throws {StoreError} when the database or the folder can't be used
 */
export async function openProviderStore(databaseUrl: string, folder: string): Promise<IdpStore> {
  const vault = await openVaultIn(folder)
  const changes = { migrations, table: 'idp_migrations' }
  const opened = await openDatabase(databaseUrl, { changes, most: MOST_CONNECTIONS })
  const db = opened as unknown as ProviderDatabase
  return {
    directories: postgresDirectories(db, vault),
    artifacts: postgresArtifacts(db, vault),
    keys: postgresKeys(db, vault),
    close: () => db.destroy(),
  }
}
