import type { AlertId } from '../alerts.ts'
import type { Database } from './open-store.ts'
import type { HandledAlert } from './sandbox-schema.ts'

/** False when the alert was handled before. */
export async function handleAlert(db: Database, alert: HandledAlert): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('handled_alerts')
    .values(alert)
    .onConflict((conflict) => conflict.columns(['sandbox_id', 'alert']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when it is open anyway. */
export async function reopenAlert(db: Database, sandbox: string, alert: AlertId): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('handled_alerts')
    .where('sandbox_id', '=', sandbox)
    .where('alert', '=', alert)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export function handledAlerts(db: Database, sandbox: string): Promise<HandledAlert[]> {
  return db.selectFrom('handled_alerts').selectAll().where('sandbox_id', '=', sandbox).execute()
}
