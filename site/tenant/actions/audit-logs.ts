import type { Ctx } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { administrators } from '../http/signed-in.ts'
import { latestEntries } from '../store/audit-entries.ts'

const SHOWN = 200

/** The page stays, and says who may go on. */
export const refuseAuditLogs = async (c: Ctx) => {
  const message = 'Only an Administrator can read the Audit Logs.'
  return show(c, 'managed-organizations', { message, tone: 'wrong' }, 403)
}

/** Who did what, newest first. */
export const showAuditLogs = administrators(async (c) => {
  const rows = await latestEntries(c.var.tenant.store.db, c.var.sandbox.id, SHOWN)
  const entries = rows.map(({ n, at, actor, what, about }) => ({
    n: Number(n),
    at: Number(at),
    actor,
    what,
    about,
  }))
  return show(c, 'audit-logs', { entries })
}, refuseAuditLogs)
