import type { Database } from './open-store.ts'
import type { SsoSession } from './sso-schema.ts'

/** Remembers which session at the provider a session of ours comes from. */
export async function addSsoSession(db: Database, session: SsoSession): Promise<void> {
  await db.insertInto('sso_sessions').values(session).execute()
}

export async function findSsoSession(db: Database, visitHash: string): Promise<SsoSession | undefined> {
  return db.selectFrom('sso_sessions').selectAll().where('visit_hash', '=', visitHash).executeTakeFirst()
}

interface Ended {
  sandbox_id: string
  issuer: string
  subject?: string | undefined
  sid?: string | undefined
}

/**
 * Ends what comes from a session at the provider, or from all of a person there (Back-Channel Logout 1.0 section 2.7). Answers
 * the addresses of those whose sessions these were.
 */
export async function endSsoSessions(
  db: Database,
  { sandbox_id, issuer, subject, sid }: Ended,
): Promise<string[]> {
  let sessions = db
    .selectFrom('sso_sessions')
    .select('visit_hash')
    .where('sandbox_id', '=', sandbox_id)
    .where('issuer', '=', issuer)
  if (subject !== undefined) sessions = sessions.where('subject', '=', subject)
  if (sid !== undefined) sessions = sessions.where('sid', '=', sid)
  const ended = await db.deleteFrom('visits').where('token_hash', 'in', sessions).returning('email').execute()
  return [...new Set(ended.map(({ email }) => email))]
}
