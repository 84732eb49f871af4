import { sql } from 'kysely'
import type { Database } from './open-store.ts'
import type { Mail } from './schema.ts'

/** Keeps a mail and answers its number in its sandbox. */
export async function addMail(db: Database, mail: Omit<Mail, 'n'>): Promise<number> {
  const { n } = await db
    .insertInto('mails')
    .values((eb) => ({
      ...mail,
      n: eb
        .selectFrom('mails')
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('next'))
        .where('sandbox_id', '=', mail.sandbox_id),
    }))
    .returning('n')
    .executeTakeFirstOrThrow()
  return Number(n)
}

export function findMail(db: Database, sandbox: string, n: number): Promise<Mail | undefined> {
  return db
    .selectFrom('mails')
    .selectAll()
    .where('sandbox_id', '=', sandbox)
    .where('n', '=', n)
    .executeTakeFirst()
}

/** The mails of a sandbox, oldest first, without their contents. */
export function listMails(db: Database, sandbox: string) {
  return db
    .selectFrom('mails')
    .select(['n', 'sender', 'recipient', 'subject', 'received_at'])
    .where('sandbox_id', '=', sandbox)
    .orderBy('n')
    .execute()
}
