import type { Exchange, NumberedExchange } from '../exchange.ts'
import type { Store } from './open-store.ts'

type Sealing = Pick<Store, 'db' | 'vault'>

/** How many exchanges of a sandbox are kept, at least; the oldest go first. */
const MOST = 400

/** Keeps an exchange under the number of its event. It holds passwords and tokens, so that it is sealed. */
export async function addExchange({ db, vault }: Sealing, sandbox: string, n: number, exchange: Exchange) {
  const sealed = vault.seal(JSON.stringify(exchange), sandbox)
  // The sandbox may have been dropped meanwhile.
  await db
    .insertInto('exchanges')
    .columns(['sandbox_id', 'n', 'sealed'])
    .expression(
      db
        .selectFrom('sandboxes')
        .where('id', '=', sandbox)
        .select((eb) => ['id', eb.val(n).as('n'), eb.val(sealed).as('sealed')]),
    )
    .execute()
  // There are at most as many exchanges as events.
  if (n <= MOST) return
  const { count } = await db
    .selectFrom('exchanges')
    .where('sandbox_id', '=', sandbox)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) > MOST + 50) await dropOldest({ db }, sandbox)
}

async function dropOldest({ db }: Pick<Store, 'db'>, sandbox: string) {
  const last = await db
    .selectFrom('exchanges')
    .where('sandbox_id', '=', sandbox)
    .select('n')
    .orderBy('n', 'desc')
    .offset(MOST)
    .limit(1)
    .executeTakeFirst()
  if (last)
    await db.deleteFrom('exchanges').where('sandbox_id', '=', sandbox).where('n', '<=', last.n).execute()
}

/** The exchanges of a sandbox from event number `from` on, in order; at most `most` at once. */
export async function exchangesFrom(
  { db, vault }: Sealing,
  sandbox: string,
  from: number,
  most = 100,
): Promise<NumberedExchange[]> {
  const rows = await db
    .selectFrom('exchanges')
    .select(['n', 'sealed'])
    .where('sandbox_id', '=', sandbox)
    .where('n', '>=', from)
    .orderBy('n')
    .limit(most)
    .execute()
  return rows.map(({ n, sealed }) => ({
    ...(JSON.parse(vault.open(sealed, sandbox)) as Exchange),
    n: Number(n),
  }))
}
