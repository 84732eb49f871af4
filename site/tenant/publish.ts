import type { TenantEvent } from './events.ts'
import { addEvent } from './store/events.ts'
import type { Store } from './store/open-store.ts'

/** Appends an event to a sandbox's stream and wakes the subscribers. */
export async function publish(store: Store, sandbox: string, event: TenantEvent): Promise<void> {
  await addEvent(store.db, sandbox, event)
  store.feed.wake(sandbox)
}
