import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { keepInUse } from '../keep-in-use.ts'
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
  const n = eventNumber.safeParse(id ?? from)
  if (!n.success)
    throw new ControlError(
      400,
      'bad-request',
      'Last-Event-ID and from are numbers of events, counting from 1.',
    )
  return id === undefined ? n.data - 1 : n.data
}

/** A bell that is not missed when it rings before one listens. */
class Bell {
  #rung = false
  #ring = () => {}

  readonly ring = () => {
    this.#rung = true
    this.#ring()
  }

  /** Resolves when it has rung since the last time, at the latest after `ms`. */
  async rung(ms: number): Promise<void> {
    let limit: NodeJS.Timeout | undefined
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        this.#ring = resolve
        limit = setTimeout(resolve, ms)
      })
    clearTimeout(limit)
    this.#rung = false
  }
}

/** Writes what is new, and answers the number of the last event written. */
async function writeNew(
  tenant: Tenant,
  sandbox: Sandbox,
  stream: SSEStreamingApi,
  last: number,
): Promise<number> {
  const events = await eventsAfter(tenant.store.db, sandbox.id, last)
  for (const event of events) await stream.writeSSE({ id: String(event.n), data: JSON.stringify(event) })
  const written = events.at(-1)
  return written ? writeNew(tenant, sandbox, stream, written.n) : last
}

/**
 * The sandbox's stream as server-sent events (HTML section 9.2): `id` is the event's number, `data` its JSON. First what
 * happened already, then what happens. Ends when the sandbox is dropped, or the tenant is closed.
 */
export function streamEvents(tenant: Tenant, sandbox: Sandbox, c: Context): Response {
  const { db, feed } = tenant.store
  let last = lastSeen(c)
  return streamSSE(c, async (stream) => {
    const bell = new Bell()
    const stop = feed.follow(sandbox.id, bell.ring)
    stream.onAbort(bell.ring)
    tenant.ending.addEventListener('abort', bell.ring)
    try {
      for (;;) {
        const found = await findSandbox(db, sandbox.id)
        if (!found || stream.aborted || tenant.ending.aborted) return
        await keepInUse(tenant, found)
        const before = last
        last = await writeNew(tenant, sandbox, stream, last)
        if (last === before) await stream.write(': alive\n\n')
        await bell.rung(HEARTBEAT_MS)
      }
    } finally {
      stop()
      tenant.ending.removeEventListener('abort', bell.ring)
    }
  })
}
