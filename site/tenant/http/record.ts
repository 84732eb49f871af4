import type { AuditAction } from '../audit.ts'
import { addEntry } from '../store/audit-entries.ts'
import type { Ctx } from './context.ts'

interface EntryDetails {
  /** Whom or what it concerns: an address, a role, a setting; never anything secret. */
  about?: string
  /** Who did it, where it is not the person who is logged in. */
  by?: string
}

/** Writes into the audit log who did what (ASVS 5.0 16.3.1 to 16.3.3). */
export async function record(
  c: Ctx,
  what: AuditAction,
  { about = '', by }: EntryDetails = {},
): Promise<void> {
  const { tenant, sandbox, visit, now } = c.var
  const actor = by ?? visit?.email ?? ''
  await addEntry(tenant.store.db, { sandbox_id: sandbox.id, at: now, actor, what, about })
}
