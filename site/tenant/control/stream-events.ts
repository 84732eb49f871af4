import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { keepInUse } from '../keep-in-use.ts'
import { eventsAfter } from '../store/events.ts'
import { findSandbox } from '../store/sandboxes.ts'
import type { Sandbox } from '../store/schema.ts'
import { StoreAwayError } from '../store/store-error.ts'
import type { Tenant } from '../tenant.ts'
import { Bell } from './bell.ts'
import { eventNumber } from './bodies.ts'
import { ControlError } from './control-error.ts'

/** Keeps the connection open through whatever lies between. */
const HEARTBEAT_MS = 15_000

/** When the store is asked again that could not be asked. */
const AGAIN_MS = 1_000

/** Number of the last event that the client has: from `Last-Event-ID`, or the one before `?from=n`. */
function lastSeen(c: Context): number {
  const id = c.req.header('last-event-id')
  const from = c.req.query('from')
  if (id === undefined && from === undefined) return 0
  const n = eventNumber.safeParse(id ?? from)
  if (!n.success)
    throw new ControlError(
      400,
      'bad-request',
      'Last-Event-ID and from are numbers of events, counting from 1.',
    )
  return id === undefined ? n.data - 1 : n.data
}

/**
 * Writes what is new, or the first of it. Answers the number of the last event written; null when the store can't be asked just
 * now, undefined when the stream is over.
 */
async function writeNew(
  tenant: Tenant,
  sandbox: Sandbox,
  stream: SSEStreamingApi,
  last: number,
): Promise<number | null | undefined> {
  try {
    const found = await findSandbox(tenant.store.db, sandbox.id)
    if (!found || stream.aborted || tenant.ending.aborted) return undefined
    await keepInUse(tenant, found)
    const events = await eventsAfter(tenant.store.db, sandbox.id, last)
    for (const event of events) await stream.writeSSE({ id: String(event.n), data: JSON.stringify(event) })
    return events.at(-1)?.n ?? last
  } catch (error) {
    if (!(error instanceof StoreAwayError)) throw error
    return stream.aborted || tenant.ending.aborted ? undefined : null
  }
}

/**
 * The sandbox's stream as server-sent events (HTML section 9.2): `id` is the event's number, `data` its JSON. First what
 * happened already, then what happens. Ends when the sandbox is dropped, or the tenant is closed.
 */
export function streamEvents(tenant: Tenant, sandbox: Sandbox, c: Context): Response {
  const { feed } = tenant.store
  let last = lastSeen(c)
  return streamSSE(c, async (stream) => {
    const bell = new Bell()
    const stop = feed.follow(sandbox.id, bell.ring)
    stream.onAbort(bell.ring)
    tenant.ending.addEventListener('abort', bell.ring)
    try {
      for (let isTold = false; ; ) {
        const next = await writeNew(tenant, sandbox, stream, last)
        if (next === undefined) return
        if (next !== null && next > last) {
          last = next
          isTold = true
          continue
        }
        if (!isTold) await stream.write(': alive\n\n')
        isTold = false
        await bell.rung(next === null ? AGAIN_MS : HEARTBEAT_MS)
      }
    } finally {
      stop()
      tenant.ending.removeEventListener('abort', bell.ring)
    }
  })
}
