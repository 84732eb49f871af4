import type { Database } from './open-store.ts'
import type { RememberedDevice } from './schema.ts'

/** How many devices of an account are kept in mind; the oldest are forgotten. */
const MOST = 20

export async function addDevice(db: Database, device: RememberedDevice): Promise<void> {
  await db.insertInto('remembered_devices').values(device).execute()
  const ofAccount = db
    .selectFrom('remembered_devices')
    .select('token_hash')
    .where('account_id', '=', device.account_id)
  await db
    .deleteFrom('remembered_devices')
    .where('account_id', '=', device.account_id)
    .where('token_hash', 'not in', ofAccount.orderBy('issued_at', 'desc').limit(MOST))
    .execute()
}

export function findDevice(db: Database, tokenHash: string): Promise<RememberedDevice | undefined> {
  return db
    .selectFrom('remembered_devices')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** From now on each device is asked for the second factor again. */
export async function forgetDevices(db: Database, account: string): Promise<void> {
  await db.deleteFrom('remembered_devices').where('account_id', '=', account).execute()
}
