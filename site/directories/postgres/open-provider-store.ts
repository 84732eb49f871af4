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
  const sealedOf = async (name: string) =>
    (await db.selectFrom('idp_keys').select('sealed').where('name', '=', name).executeTakeFirst())?.sealed
  return {
    async get(name) {
      const sealed = await sealedOf(name)
      return sealed && vault.open(sealed, name)
    },
    async replace(name, text, before) {
      const values = { name, sealed: vault.seal(text, name) }
      if (before === undefined) {
        const insert = db.insertInto('idp_keys').values(values)
        const { numInsertedOrUpdatedRows } = await insert
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows === 1n
      }
      // The same text is sealed otherwise each time, so that what is compared is what was read.
      const sealed = await sealedOf(name)
      if (!sealed || vault.open(sealed, name) !== before) return false
      const { numUpdatedRows } = await db
        .updateTable('idp_keys')
        .set(values)
        .where('name', '=', name)
        .where('sealed', '=', sealed)
        .executeTakeFirst()
      return numUpdatedRows === 1n
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
