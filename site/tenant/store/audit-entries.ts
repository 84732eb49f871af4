import { sql } from 'kysely'
import type { Database } from './open-store.ts'
import type { AuditEntry } from './schema.ts'
import { together } from './together.ts'

/** How many entries a sandbox keeps. */
const MOST = 5_000

/**
 * Appends an entry. There is no way to change one or to take one out (ASVS 5.0 16.4.2); beyond 5,000 the oldest are forgotten.
 */
export function addEntry(db: Database, entry: Omit<AuditEntry, 'n'>): Promise<void> {
  return together(db, entry.sandbox_id, (all) => append(all, entry))
}

async function append(db: Database, entry: Omit<AuditEntry, 'n'>): Promise<void> {
  const { n } = await db
    .insertInto('audit_entries')
    .values((eb) => ({
      ...entry,
      n: eb
        .selectFrom('audit_entries')
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('next'))
        .where('sandbox_id', '=', entry.sandbox_id),
    }))
    .returning('n')
    .executeTakeFirstOrThrow()
  if (Number(n) % 100 !== 0) return
  await db
    .deleteFrom('audit_entries')
    .where('sandbox_id', '=', entry.sandbox_id)
    .where('n', '<=', Number(n) - MOST)
    .execute()
}

/** The latest entries of a sandbox, newest first. */
export function latestEntries(db: Database, sandbox: string, most: number): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit_entries')
    .selectAll()
    .where('sandbox_id', '=', sandbox)
    .orderBy('n', 'desc')
    .limit(most)
    .execute()
}

/** How often something was done about a person since a moment. */
export async function countEntries(
  db: Database,
  { sandbox_id, what, about }: Pick<AuditEntry, 'sandbox_id' | 'what' | 'about'>,
  since: number,
): Promise<number> {
  const { entries } = await db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll().as('entries'))
    .where('sandbox_id', '=', sandbox_id)
    .where('what', '=', what)
    .where('about', '=', about)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(entries)
}
