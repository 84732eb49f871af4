import type { TenantEvent } from './events.ts'
import type { Exchange } from './exchange.ts'
import { addEvent } from './store/events.ts'
import { addExchange } from './store/exchanges.ts'
import type { Store } from './store/open-store.ts'
import { together } from './store/together.ts'

/**
 * Appends an event to a sandbox's stream and wakes the subscribers.
 * @param exchange what the event tells of, whole; it does not get into the stream
 */
export async function publish(
  store: Store,
  sandbox: string,
  event: TenantEvent,
  exchange?: Exchange,
): Promise<void> {
  await together(store.db, sandbox, async (db) => {
    const n = await addEvent(db, sandbox, event)
    // Who reads the event finds the exchange as well.
    if (exchange && n !== undefined) await addExchange({ db, vault: store.vault }, sandbox, n, exchange)
  })
  store.feed.wake(sandbox)
}
