import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** How a connection begins and then dawdles: what it says first, and what it adds each second. */
interface Dawdling {
  first: string
  more: string
}

export const overHttp: Record<string, Dawdling> = {
  'says nothing': { first: '', more: '' },
  'slow headers': { first: 'GET / HTTP/1.1\r\nHost: localhost\r\n', more: 'X-More: x\r\n' },
  'slow body': {
    first:
      'POST /class-api/classes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{',
    more: ' ',
  },
}

export const overSmtp: Record<string, Dawdling> = {
  'says nothing': { first: '', more: '' },
  'slow command': { first: 'EHLO x\r\n', more: 'N' },
  'slow mail': { first: 'EHLO x\r\nMAIL FROM:<a@b.example>\r\n', more: 'NOOP\r\n' },
}

/** How many connections are begun in the same instant, and after how many ms the next: more than a system lets wait are dropped. */
const AT_ONCE = 100
const PACE_MS = 50

/** Half-open connections to one port, as many as asked for, in equal parts of each kind. Those that are closed are not replaced. */
export class HalfOpen {
  /** When each was connected. */
  readonly #sockets = new Map<Socket, number>()
  readonly #saying: NodeJS.Timeout
  /** How many there were at most at the same time. */
  most = 0

  private constructor(kinds: readonly Dawdling[], port: number, count: number) {
    void this.#open(kinds, port, count)
    this.#saying = setInterval(() => {
      for (const socket of this.#sockets.keys()) socket.emit('dawdle')
    }, 1_000)
  }

  static begin(kinds: Record<string, Dawdling>, port: number, count: number): HalfOpen {
    return new HalfOpen(Object.values(kinds), port, count)
  }

  async #open(kinds: readonly Dawdling[], port: number, count: number) {
    for (let n = 0; n < count; n++) {
      const { first, more } = kinds[n % kinds.length] ?? { first: '', more: '' }
      const socket = connect(port, '127.0.0.1')
      socket
        .on('error', () => {})
        .on('close', () => this.#sockets.delete(socket))
        .on('connect', () => {
          this.#sockets.set(socket, performance.now())
          this.most = Math.max(this.most, this.#sockets.size)
          if (first) socket.write(first)
        })
        .on('dawdle', () => more && socket.write(more))
        .resume()
      if (n % AT_ONCE === AT_ONCE - 1) await wait(PACE_MS)
    }
  }

  /** Those that the other side has left open for longer than this. */
  openFor(seconds: number): number {
    const since = performance.now() - seconds * 1_000
    return [...this.#sockets.values()].filter((connected) => connected < since).length
  }

  end(): void {
    clearInterval(this.#saying)
    for (const socket of this.#sockets.keys()) socket.destroy()
  }
}
