import { randomInt, randomUUID } from 'node:crypto'

export interface MailedCodesOptions {
  on: 'each-login' | 'new-device'
  /** A code belongs to the account, and the next one takes its place; without it, it belongs to its login. */
  newestOnly?: boolean
  /** A code is not spent by using it, and opens every login of the account. */
  staysValid?: boolean
  /** A code never expires. */
  neverExpires?: boolean
}

interface Code {
  email: string
  digits: string
  /** Milliseconds since 1970. */
  until: number
}

const LIFE = 10 * 60_000

/** The codes that the hub mails, and the devices that have proven one. */
export class MailedCodes {
  readonly #options: MailedCodesOptions
  readonly #codes = new Map<string, Code>()
  readonly #devices = new Set<string>()
  #ahead = 0

  constructor(options: MailedCodesOptions) {
    this.#options = options
  }

  /** A login begins. */
  begin(email: string): { id: string; digits: string } {
    if (this.#options.newestOnly)
      for (const [id, code] of this.#codes)
        if (code.email === email) this.#codes.set(id, { ...code, until: 0 })
    const id = randomUUID()
    const digits = String(randomInt(1_000_000)).padStart(6, '0')
    this.#codes.set(id, { email, digits, until: this.#now() + LIFE })
    return { id, digits }
  }

  /** Answers the name of the device from now on, where the code opens the login. */
  accept(email: string, login: string, digits: string): string | undefined {
    const { staysValid, neverExpires } = this.#options
    const own = this.#codes.get(login)
    const codes = staysValid ? [...this.#codes.values()] : own ? [own] : []
    const isRight = codes.some(
      (code) => code.email === email && code.digits === digits && (neverExpires || code.until > this.#now()),
    )
    if (!isRight) return undefined
    if (!staysValid) this.#codes.delete(login)
    const device = randomUUID()
    this.#devices.add(`${email} ${device}`)
    return device
  }

  /** Whether nothing is asked for on a device. */
  knows(email: string, device: string | undefined): boolean {
    return this.#options.on === 'new-device' && this.#devices.has(`${email} ${device}`)
  }

  advance(seconds: number): void {
    this.#ahead += seconds * 1000
  }

  #now(): number {
    return Date.now() + this.#ahead
  }
}
