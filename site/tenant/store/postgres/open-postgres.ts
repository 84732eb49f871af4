import { openVaultIn } from '../data-folder.ts'
import type { Store, StoreOptions } from '../open-store.ts'
import { checkVault } from './check-vault.ts'
import { PostgresFeed } from './feed.ts'
import { cannotUse, openDatabase } from './open-database.ts'

type PostgresOptions = StoreOptions & { databaseUrl: string }

/**
 * The store in the current schema of a PostgreSQL database. Any number of processes may use it at once. The key of the vault
 * stays outside of it, in the folder, so that the database alone reveals no secrets.
 * @throws {StoreError} when the folder or the database can't be used, or belongs to a newer version (ENEWER)
 */
export async function openPostgres({ folder, databaseUrl, around }: PostgresOptions): Promise<Store> {
  const vault = await openVaultIn(folder)
  const db = (await openDatabase(databaseUrl, { around })) as unknown as Store['db']
  try {
    await checkVault(db, vault, folder)
    const feed = await PostgresFeed.open(databaseUrl)
    return {
      ...{ db, feed, vault },
      async close() {
        await feed.close()
        await db.destroy()
      },
    }
  } catch (cause) {
    await db.destroy()
    throw cannotUse(databaseUrl, cause)
  }
}
