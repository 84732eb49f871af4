import { show } from '../http/show.tsx'
import { administrators } from '../http/signed-in.ts'
import { latestEntries } from '../store/audit-entries.ts'

const SHOWN = 200

/** Who did what, newest first. */
export const showAuditLogs = administrators(
  async (c) => {
    const rows = await latestEntries(c.var.tenant.store.db, c.var.sandbox.id, SHOWN)
    const entries = rows.map(({ n, at, actor, what, about }) => ({
      n: Number(n),
      at: Number(at),
      actor,
      what,
      about,
    }))
    return show(c, 'audit-logs', { entries })
  },
  async (c) =>
    show(
      c,
      'managed-organizations',
      { message: 'Only an Administrator can read the Audit Logs.', tone: 'wrong' },
      403,
    ),
)
