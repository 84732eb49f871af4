import type { Database } from './open-store.ts'

/**
 * Holds an account until the transaction ends: another one that holds it waits. SQLite has one transaction at a time anyway;
 * PostgreSQL locks the row that is updated.
 */
export async function holdAccount(db: Database, id: string): Promise<void> {
  await db.updateTable('accounts').set({ id }).where('id', '=', id).execute()
}

/** The same for a sandbox, for what is counted in it. */
export async function holdSandbox(db: Database, id: string): Promise<void> {
  await db.updateTable('sandboxes').set({ id }).where('id', '=', id).execute()
}
