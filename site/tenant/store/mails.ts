import { sql } from 'kysely'
import type { Database } from './open-store.ts'
import type { Mail } from './schema.ts'
import { together } from './together.ts'

/** What a sandbox keeps of mails; the oldest go first. */
const MOST_MAILS = 500
const MOST_CHARACTERS = 8 * 1024 * 1024

/** Keeps a mail and answers its number in its sandbox. Where there are too many, the oldest are forgotten. */
export function addMail(db: Database, mail: Omit<Mail, 'n'>): Promise<number> {
  return together(db, mail.sandbox_id, (all) => append(all, mail))
}

async function append(db: Database, mail: Omit<Mail, 'n'>): Promise<number> {
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
  await forgetOldest(db, mail.sandbox_id)
  return Number(n)
}

async function forgetOldest(db: Database, sandbox: string): Promise<void> {
  const sizes = await db
    .selectFrom('mails')
    .select(['n', sql<number>`length(raw) + length(html) + length(text) + length(links)`.as('size')])
    .where('sandbox_id', '=', sandbox)
    .orderBy('n', 'desc')
    .execute()
  let characters = 0
  const tooMany = sizes.find(({ size }, index) => {
    characters += Number(size)
    return index >= MOST_MAILS || characters > MOST_CHARACTERS
  })
  if (!tooMany) return
  await db.deleteFrom('mails').where('sandbox_id', '=', sandbox).where('n', '<=', tooMany.n).execute()
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
