import { sql } from 'kysely'
import type { NumberedEvent, TenantEvent } from '../events.ts'
import type { Database } from './open-store.ts'

/** How many events of a sandbox are kept; the oldest go first. */
const MOST = 5_000

/**
 * Appends an event, in a transaction of its sandbox, and answers its number there; undefined when the sandbox has been dropped
 * meanwhile.
 */
export async function addEvent(
  db: Database,
  sandbox: string,
  event: TenantEvent,
): Promise<number | undefined> {
  const added = await db
    .insertInto('events')
    .columns(['sandbox_id', 'body', 'n'])
    .expression(
      db
        .selectFrom('sandboxes')
        .where('id', '=', sandbox)
        .select((eb) => [
          'id',
          eb.val(JSON.stringify(event)).as('body'),
          eb
            .selectFrom('events')
            .select(sql<number>`coalesce(max(n), 0) + 1`.as('next'))
            .where('sandbox_id', '=', sandbox)
            .as('n'),
        ]),
    )
    .returning('n')
    .executeTakeFirst()
  if (!added) return undefined
  const n = Number(added.n)
  if (n > MOST && n % 100 === 0)
    await db
      .deleteFrom('events')
      .where('sandbox_id', '=', sandbox)
      .where('n', '<=', n - MOST)
      .execute()
  return n
}

/** The events of a sandbox after number `n`, in order; at most `most` at once. */
export async function eventsAfter(
  db: Database,
  sandbox: string,
  n: number,
  most = 500,
): Promise<NumberedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['n', 'body'])
    .where('sandbox_id', '=', sandbox)
    .where('n', '>', n)
    .orderBy('n')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...(JSON.parse(row.body) as TenantEvent), n: Number(row.n) }))
}

/** Paths that the tenant has asked of the provider, as the stream tells them, each once. */
export async function pathsAsked(db: Database, sandbox: string): Promise<string[]> {
  const paths = new Set<string>()
  for (let last = 0; ; ) {
    const events = await eventsAfter(db, sandbox, last)
    for (const event of events)
      if (event.kind === 'request' && event.at === 'provider' && event.by === 'tenant') paths.add(event.path)
    const n = events.at(-1)?.n
    if (n === undefined) return [...paths]
    last = n
  }
}

/** Number of the last event of a sandbox; 0 where nothing has happened yet. */
export async function lastEventOf(db: Database, sandbox: string): Promise<number> {
  const { n } = await db
    .selectFrom('events')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('sandbox_id', '=', sandbox)
    .executeTakeFirstOrThrow()
  return Number(n ?? 0)
}
