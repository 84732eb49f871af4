import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { eventsAfter } from '../store/events.ts'
import { findSandbox } from '../store/sandboxes.ts'
import type { Sandbox } from '../store/schema.ts'
import type { Tenant } from '../tenant.ts'
import { eventNumber } from './bodies.ts'
import { ControlError } from './control-error.ts'

/** Keeps the connection open through whatever lies between. */
const HEARTBEAT_MS = 15_000

/** Number of the last event that the client has: from `Last-Event-ID`, or the one before `?from=n`. */
function lastSeen(c: Context): number {
  const id = c.req.header('last-event-id')
  const from = c.req.query('from')
  if (id === undefined && from === undefined) return 0
  const n = id === '0' ? { success: true as const, data: 0 } : eventNumber.safeParse(id ?? from)
  if (!n.success)
    throw new ControlError(400, 'bad-request', 'Last-Event-ID and from are numbers of events: 1, 2, 3 …')
  return id === undefined ? n.data - 1 : n.data
}

/**
 * The sandbox's stream as server-sent events (HTML section 9.2): `id` is the event's number, `data` its JSON. First what
 * happened already, then what happens. Ends when the sandbox is dropped.
 */
export function streamEvents(tenant: Tenant, sandbox: Sandbox, c: Context): Response {
  let last = lastSeen(c)
  const { db, feed } = tenant.store
  return streamSSE(c, async (stream) => {
    let wake = () => {}
    const stop = feed.follow(sandbox.id, () => wake())
    stream.onAbort(() => wake())
    try {
      while (!stream.aborted) {
        let woken = false
        let beat: NodeJS.Timeout | undefined
        const something = new Promise<void>((resolve) => {
          wake = () => {
            woken = true
            resolve()
          }
        })
        for (const event of await eventsAfter(db, sandbox.id, last)) {
          await stream.writeSSE({ id: String(event.n), data: JSON.stringify(event) })
          last = event.n
        }
        if (stream.aborted || !(await findSandbox(db, sandbox.id))) break
        if (!woken) {
          beat = setTimeout(() => wake(), HEARTBEAT_MS)
          await something
          clearTimeout(beat)
        }
      }
    } finally {
      stop()
    }
  })
}
