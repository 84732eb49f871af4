import { createGuardrails, generateSync } from 'otplib'
import { type Enrolment, enrolmentOf } from './enrolment.ts'

/** The time that the app counts in. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number | Promise<number>
  /** Moves the time on; without it the app waits. */
  advance?(seconds: number): Promise<void>
}

/** Phones take shorter keys than the 128 bits that RFC 4226 section 4 (R6) asks for. */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1 })

/**
 * The code of a moment.
 * @param known an enrolment, a key as text, or an otpauth address
 * @param now milliseconds since 1970
 */
export function codeAt(known: Enrolment | string, now: number): string {
  const enrolment = typeof known === 'string' ? enrolmentOf(known) : known
  const secret = wholeBytes(enrolment.secret)
  return generateSync({ ...enrolment, secret, epoch: Math.floor(now / 1000), guardrails })
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bits at the end that fill no byte count as zero, as phones have it; the library refuses them (RFC 4648 section 6). */
export function wholeBytes(secret: string): string {
  const spare = (secret.length * 5) % 8
  const kept = spare >= 5 ? secret.slice(0, -1) : secret
  const rest = spare % 5
  const last = BASE32.indexOf(kept.at(-1) ?? 'A')
  return `${kept.slice(0, -1)}${BASE32[(last >> rest) << rest]}`
}

/** What remains of a time step when it is too late to begin typing a code, in seconds. */
const LAST_SECONDS = 5

/** A code was asked of an app that has no secret. */
export class NotEnrolled extends Error {
  constructor() {
    super('The authenticator app knows no account: no QR code was scanned, and no key typed in.')
    this.name = 'NotEnrolled'
  }
}

/** An authenticator app on a person's phone: knows one enrolment, and which of its codes is spent. */
export class AuthenticatorApp {
  readonly #clock: Clock
  #enrolment: Enrolment | undefined
  #spent: { step: number; code: string } | undefined

  /** @param key Base32 or an otpauth address, where an account is in the app already */
  constructor(clock: Clock, key?: string) {
    this.#clock = clock
    if (key) this.#enrolment = enrolmentOf(key)
  }

  /** Another phone with the same account: what is scanned there changes nothing here. Which code is spent, both know. */
  copy(): AuthenticatorApp {
    const copy = new AuthenticatorApp(this.#clock)
    copy.#enrolment = this.#enrolment
    copy.#spent = this.#spent
    return copy
  }

  /** Scanning the same code again changes nothing; another code replaces the first. */
  scan(enrolment: Enrolment) {
    if (enrolment.secret === this.#enrolment?.secret) return
    this.#enrolment = enrolment
    this.#spent = undefined
  }

  /** The code that the app shows now. Never one that was handed out before: time passes until there is a new one. */
  async right(): Promise<string> {
    const { period } = this.#known()
    const now = (await this.#clock.now()) / 1000
    const shown = Math.floor(now / period)
    const left = (shown + 1) * period - now
    // A person waits for the next code when this one is about to end. Time that can be moved is not moved for that.
    const isEnding = left < LAST_SECONDS && !this.#clock.advance
    const first = Math.max(isEnding ? shown + 1 : shown, (this.#spent?.step ?? -1) + 1)
    if (first > shown) await this.#pass(Math.ceil(first * period - now))
    // A clock may tell its new time late.
    const step = Math.max(first, await this.#step())
    const code = this.#of(step)
    this.#spent = { step, code }
    return code
  }

  /** A code that is right at no moment near now, and was not handed out last. */
  async wrong(): Promise<string> {
    const { digits } = this.#known()
    const step = await this.#step()
    const near = [-2, -1, 0, 1, 2].map((drift) => this.#of(step + drift))
    const candidates = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(digits))
    return candidates.find((code) => !near.includes(code) && code !== this.used()) ?? ''
  }

  /** The code that the app shows now; it is not handed out. */
  current(): Promise<string> {
    return this.ofStep(0)
  }

  /** The code of that many time steps from now; it is not handed out. */
  async ofStep(drift: number): Promise<string> {
    return this.#of((await this.#step()) + drift)
  }

  /** The code that was handed out last; `undefined` where there was none. */
  used(): string | undefined {
    return this.#spent?.code
  }

  #known(): Enrolment {
    if (this.#enrolment) return this.#enrolment
    throw new NotEnrolled()
  }

  async #step(): Promise<number> {
    return Math.floor((await this.#clock.now()) / 1000 / this.#known().period)
  }

  #of(step: number): string {
    const enrolment = this.#known()
    return codeAt(enrolment, step * enrolment.period * 1000)
  }

  async #pass(seconds: number) {
    if (this.#clock.advance) return this.#clock.advance(seconds)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}
