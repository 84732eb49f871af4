import type { Database } from './open-store.ts'
import type { AttemptTable } from './schema.ts'

type AttemptKey = Pick<AttemptTable, 'sandbox_id' | 'kind' | 'subject'>

/** After `failures` wrong ones in a row nothing is accepted for `forMs` milliseconds. */
export interface Limit {
  failures: number
  forMs: number
}

/**
 * Books an attempt *before* it is judged, so that many at once can't outrun the count. Answers which one in a row it
 * is, counting from 1, or undefined when the limit is reached: then nothing may be accepted.
 */
export async function bookAttempt(
  db: Database,
  key: AttemptKey,
  limit: Limit,
  now: number,
): Promise<number | undefined> {
  const isOver = now - limit.forMs
  const booked = await db
    .insertInto('attempts')
    .values({ ...key, failures: 1, last_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['sandbox_id', 'kind', 'subject'])
        .doUpdateSet((eb) => ({
          failures: eb
            .case()
            .when('attempts.failures', '>=', limit.failures)
            .then(1)
            .else(eb('attempts.failures', '+', 1))
            .end(),
          last_at: now,
        }))
        .where((eb) =>
          eb.or([eb('attempts.failures', '<', limit.failures), eb('attempts.last_at', '<=', isOver)]),
        ),
    )
    .returning('failures')
    .executeTakeFirst()
  return booked && Number(booked.failures)
}

/** Forgets the failures, after a success. */
export async function clearAttempts(db: Database, key: AttemptKey): Promise<void> {
  await db
    .deleteFrom('attempts')
    .where('sandbox_id', '=', key.sandbox_id)
    .where('kind', '=', key.kind)
    .where('subject', '=', key.subject)
    .execute()
}
