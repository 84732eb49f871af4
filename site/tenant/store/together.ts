import type { Database } from './open-store.ts'

/** Does all of `work` or, when it throws, none of it: in the transaction that is under way, or in a new one. */
export const together = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)
