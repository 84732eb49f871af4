import type { Database } from './open-store.ts'
import type { Sandbox } from './schema.ts'

export async function addSandbox(db: Database, sandbox: Sandbox): Promise<void> {
  await db.insertInto('sandboxes').values(sandbox).execute()
}

export function findSandbox(db: Database, id: string): Promise<Sandbox | undefined> {
  return db.selectFrom('sandboxes').selectAll().where('id', '=', id).executeTakeFirst()
}

/** @param now real time */
export async function touchSandbox(db: Database, id: string, now: number): Promise<void> {
  await db.updateTable('sandboxes').set({ used_at: now }).where('id', '=', id).execute()
}

/** Moves the sandbox's clock forward and answers its new distance from the real one, in ms. */
export async function moveClock(db: Database, id: string, advanceMs: number): Promise<number> {
  const { clock_offset } = await db
    .updateTable('sandboxes')
    .set((eb) => ({ clock_offset: eb('clock_offset', '+', advanceMs) }))
    .where('id', '=', id)
    .returning('clock_offset')
    .executeTakeFirstOrThrow()
  return Number(clock_offset)
}

/** Deletes a sandbox with everything in it. */
export async function dropSandbox(db: Database, id: string): Promise<void> {
  await db.deleteFrom('sandboxes').where('id', '=', id).execute()
}

/**
 * Makes room: deletes the longest unused sandboxes until only `most` are left, and answers their ids. Those that were used
 * since `since` (real time in ms) stay, so that more than `most` may be left.
 */
export async function dropIdleSandboxes(db: Database, most: number, since: number): Promise<string[]> {
  const kept = db.selectFrom('sandboxes').select('id').orderBy('used_at', 'desc').limit(most)
  const dropped = await db
    .deleteFrom('sandboxes')
    .where('id', 'not in', kept)
    .where('used_at', '<', since)
    .returning('id')
    .execute()
  return dropped.map(({ id }) => id)
}

export async function countSandboxes(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('sandboxes')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
