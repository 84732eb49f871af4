import type { SMTPServer } from 'smtp-server'

/** Sessions at the same time. A mail from this machine takes some milliseconds. */
const MOST = 200
/** How long a session may last without bringing a mail. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 5_000

/**
 * Keeps room at a mail server, however many clients connect and dawdle: the session that has brought no mail for longest ends (421)
 * when there are too many, and any that brings none for a minute.
 */
export class Crowd {
  readonly #server: SMTPServer
  readonly #looking: NodeJS.Timeout
  /** Id of a session → when it began, or brought its last mail. */
  readonly #since = new Map<string, number>()

  constructor(server: SMTPServer) {
    this.#server = server
    this.#looking = setInterval(() => this.#endSlow(), LOOK_EVERY_MS)
    this.#looking.unref()
  }

  joined(id: string): void {
    this.#since.set(id, performance.now())
    if (this.#since.size <= MOST) return
    // A map keeps its order: the first is the oldest.
    const [oldest] = this.#since.keys()
    this.#end((session) => session === oldest)
  }

  broughtMail(id: string): void {
    this.#since.delete(id)
    this.#since.set(id, performance.now())
  }

  left(id: string): void {
    this.#since.delete(id)
  }

  close(): void {
    clearInterval(this.#looking)
  }

  #endSlow(): void {
    const since = performance.now() - PATIENCE_MS
    this.#end((id) => (this.#since.get(id) ?? Number.POSITIVE_INFINITY) < since)
  }

  #end(isMeant: (id: string) => boolean): void {
    for (const connection of this.#server.connections) {
      if (!isMeant(connection.session.id)) continue
      this.#since.delete(connection.session.id)
      connection.send(421, 'You took too long, and others wait')
    }
  }
}
