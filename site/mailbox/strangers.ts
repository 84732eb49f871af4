/** Connections that other machines than this one may hold, all together and each of them: who sends from here always gets through. */
const MOST = 40
const MOST_OF_ONE = 5

/** Counts the connections of other machines to the mail server. */
export class Strangers {
  /** Id of a connection → address of the machine. */
  readonly #open = new Map<string, string>()

  /** Whether a connection is let in; it counts until it is closed. */
  admit(id: string, address: string): boolean {
    if (isOfThisMachine(address)) return true
    const own = [...this.#open.values()].filter((one) => one === address).length
    if (own >= MOST_OF_ONE || this.#open.size >= MOST) return false
    this.#open.set(id, address)
    return true
  }

  closed(id: string): void {
    this.#open.delete(id)
  }
}

const isOfThisMachine = (address: string) => /^(?:::ffff:)?127\.|^::1$/.test(address)
