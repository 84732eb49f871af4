import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Feed } from '../feed.ts'
import { connectionOf } from './open-pool.ts'

/** How long it waits before it tries to connect again. */
const AGAIN_MS = 500

/**
 * The feed of all processes on one PostgreSQL, over LISTEN and NOTIFY. It notifies after the transaction, and not in it:
 * PostgreSQL commits transactions that notify one after the other. When a process dies in between, the others find out at the
 * sandbox's next event, or when their streams look again.
 */
export class PostgresFeed extends Feed {
  readonly #url: string
  readonly #channel: string
  readonly #ending = new AbortController()
  /** Sandboxes whose news the other processes do not have yet. */
  readonly #pending = new Set<string>()
  #client: pg.Client | undefined
  #notifying: Promise<void> | undefined

  private constructor(url: string, channel: string) {
    super()
    this.#url = url
    this.#channel = channel
  }

  /**
   * @param channel an identifier in SQL
   * @throws what `pg` throws when PostgreSQL can't be reached
   */
  static async open(url: string, channel = 'doorstep_sandboxes'): Promise<PostgresFeed> {
    const feed = new PostgresFeed(url, channel)
    await feed.#listen()
    return feed
  }

  override wake(sandbox: string): void {
    super.wake(sandbox)
    this.tellOthers(sandbox)
  }

  override tellOthers(sandbox: string): void {
    this.#pending.add(sandbox)
    this.#notifying ??= this.#notify().finally(() => {
      this.#notifying = undefined
    })
  }

  override async close(): Promise<void> {
    await this.#notifying
    this.#ending.abort()
    await this.#client?.end().catch(() => {})
  }

  /** Notifies the other processes, until nothing is pending. Without a connection it waits for one. */
  async #notify(): Promise<void> {
    // One statement notifies of everything that is woken in the same turn.
    await Promise.resolve()
    while (this.#client && this.#pending.size > 0) {
      const sandboxes = [...this.#pending]
      this.#pending.clear()
      try {
        await this.#client.query('select pg_notify($1, sandbox) from unnest($2::text[]) as sandbox', [
          this.#channel,
          sandboxes,
        ])
      } catch {
        for (const sandbox of sandboxes) this.#pending.add(sandbox)
        return
      }
    }
  }

  async #listen(): Promise<void> {
    const client = new pg.Client(connectionOf(this.#url))
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      client.on('notification', ({ processId, payload = '' }) => {
        if (processId !== rows[0]?.pid) super.wake(payload)
      })
      await client.query(`listen ${this.#channel}`)
      this.#ending.signal.throwIfAborted()
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    this.#client = client
    client.once('end', () => void this.#comeBack())
    // Notifications that came while nobody listened are lost; what they were about is in the store.
    this.wakeAll()
    await this.#notify()
  }

  async #comeBack(): Promise<void> {
    this.#client = undefined
    while (!this.#ending.signal.aborted) {
      const isBack = await this.#listen().then(
        () => true,
        () => false,
      )
      if (isBack) return
      await wait(AGAIN_MS, undefined, { signal: this.#ending.signal }).catch(() => {})
    }
  }
}
