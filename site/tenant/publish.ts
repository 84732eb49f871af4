import type { TenantEvent } from './events.ts'
import type { Exchange } from './exchange.ts'
import { addEvent } from './store/events.ts'
import { addExchange } from './store/exchanges.ts'
import type { Store } from './store/open-store.ts'
import { together } from './store/together.ts'

/** An event, and what it tells of, whole; that does not get into the stream. */
type Told = readonly [event: TenantEvent, exchange?: Exchange | undefined]

/** Appends events to a sandbox's stream, all at once, and wakes the subscribers. */
export async function publishAll(store: Store, sandbox: string, told: readonly Told[]): Promise<void> {
  await together(store.db, sandbox, async (db) => {
    for (const [event, exchange] of told) {
      const n = await addEvent(db, sandbox, event)
      // A reader of the event finds the exchange as well.
      if (exchange && n !== undefined) await addExchange({ db, vault: store.vault }, sandbox, n, exchange)
    }
  })
  store.feed.wake(sandbox)
}

/** Appends one event. */
export const publish = (store: Store, sandbox: string, ...told: Told): Promise<void> =>
  publishAll(store, sandbox, [told])
