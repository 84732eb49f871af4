import { connect, createServer, type Socket } from 'node:net'
import { listen } from '../../listen.ts'

/** Passes connections on, until it is closed; all of them end then. It can be opened again, at the same port. */
export class Relay {
  #port = 0
  /** Where new connections lead. */
  to: { host: string; port: number }
  readonly #sockets = new Set<Socket>()
  #server = createServer()

  /** @param address what listens there: its host and port */
  constructor(address: string) {
    const { hostname, port } = new URL(address)
    this.to = { host: hostname, port: Number(port || 5432) }
  }

  get port(): number {
    return this.#port
  }

  async open(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(this.to)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one)
        one
          .on('error', () => {})
          .on('close', () => {
            this.#sockets.delete(one)
            other.destroy()
          })
        one.pipe(other)
      }
    })
    const where = { port: this.#port, host: '127.0.0.1', who: 'The relay', otherwise: 'try again' }
    this.#port = await listen(this.#server, where)
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  /** The same address, through here. */
  through(url: string): string {
    const changed = new URL(url)
    changed.host = `127.0.0.1:${this.#port}`
    return changed.href.replaceAll('+', '%20')
  }
}
