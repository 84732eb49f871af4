import { isClash } from './clash.ts'
import { isPostgres } from './dialect.ts'
import type { Database } from './open-store.ts'

/** How often a transaction is tried that PostgreSQL takes back because of others. */
const MOST_TRIES = 5

/**
 * Does all of `work` or, when it throws, none of it: in the transaction that is under way, or in a new one. `work` writes in one
 * sandbox only, and may be done again from its beginning.
 *
 * SQLite has one transaction at a time. PostgreSQL has one at a time in each sandbox: a transaction begins by locking the
 * sandbox's row until it ends, and what it reads after that is what the one before it has left (READ COMMITTED reads anew at
 * each statement). Sandboxes share nothing, so that is all that SQLite gives. It needs no retries, unlike SERIALIZABLE, whose
 * failures would be common where many requests meet in one sandbox. The lock comes first, so that transactions can't wait for
 * each other in a circle; statements outside of transactions may still get in between, and what PostgreSQL takes back then is
 * done again. The lock lets other rows refer to the sandbox meanwhile (NO KEY UPDATE).
 */
export async function together<T>(
  db: Database,
  sandbox: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db)
  if (!isPostgres(db)) return db.transaction().execute(work)
  for (let nth = 1; ; nth++)
    try {
      return await db.transaction().execute(async (all) => {
        await all.selectFrom('sandboxes').select('id').where('id', '=', sandbox).forNoKeyUpdate().execute()
        return work(all)
      })
    } catch (error) {
      if (nth === MOST_TRIES || !isClash(error)) throw error
    }
}
