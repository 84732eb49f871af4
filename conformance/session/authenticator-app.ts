import { createGuardrails, generate } from 'otplib'
import type { Clock } from '../targets/target.ts'

/** How codes are made, as a QR code hands it over. */
export interface Enrolment {
  /** Base32. */
  secret: string
  digits: 6 | 8
  /** Seconds that a code is shown. */
  period: number
}

/** Reads `otpauth://totp/…?secret=…`; `undefined` when the text is something else. */
export function enrolmentIn(text: string): Enrolment | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, host, searchParams } = new URL(text)
  const secret = searchParams.get('secret')
  if (protocol !== 'otpauth:' || host !== 'totp' || !secret) return undefined
  return {
    secret,
    digits: searchParams.get('digits') === '8' ? 8 : 6,
    period: Number(searchParams.get('period') ?? 30),
  }
}

/** A key that was shown as text, in groups or not. */
export const enrolmentOfKey = (key: string): Enrolment => ({
  secret: key.replace(/[\s-]/g, '').toUpperCase(),
  digits: 6,
  period: 30,
})

/** Phones take shorter keys than the 128 bits that RFC 4226 section 4 (R6) asks for. */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1 })

/** The bits of a Base32 secret. */
const BITS_EACH = 5
export const bitsOf = ({ secret }: Enrolment) => secret.replace(/=+$/, '').length * BITS_EACH

/** What remains of a time step when a code is no longer typed. */
const LAST_SECONDS = 5

/** The phone of a person: knows one enrolment, and which of its codes are spent. */
export class AuthenticatorApp {
  readonly #clock: Clock
  #enrolment: Enrolment | undefined
  #spent: { step: number; code: string } | undefined

  constructor(clock: Clock, secret?: string) {
    this.#clock = clock
    if (secret) this.#enrolment = enrolmentOfKey(secret)
  }

  /** Scanning the same code again changes nothing; another one begins anew. */
  scan(enrolment: Enrolment) {
    if (enrolment.secret === this.#enrolment?.secret) return
    this.#enrolment = enrolment
    this.#spent = undefined
  }

  /** The code that the app shows now. Never one that was handed out before: time passes until there is a new one. */
  async right(): Promise<string> {
    const { period } = this.#known()
    const left = period - (((await this.#clock.now()) / 1000) % period)
    // Nobody types a code that is about to vanish; where time can be moved, it also stands still enough.
    if (!this.#clock.advance && left < LAST_SECONDS) await this.#pass(left)
    let step = await this.#step()
    if (this.#spent && step <= this.#spent.step) {
      await this.#pass((this.#spent.step + 1 - step) * period)
      step = await this.#step()
    }
    const code = await this.#at(step)
    this.#spent = { step, code }
    return code
  }

  /** A code that is right at no moment near now. */
  async wrong(): Promise<string> {
    const { digits } = this.#known()
    const step = await this.#step()
    const right = await Promise.all([-2, -1, 0, 1, 2].map((drift) => this.#at(step + drift)))
    const candidates = ['000000', '111111', '222222', '333333', '444444', '555555']
    return (candidates.find((code) => !right.includes(code)) ?? '666666').padEnd(digits, '7')
  }

  /** The code of that many time steps from now; it is not handed out. */
  async ofStep(drift: number): Promise<string> {
    return this.#at((await this.#step()) + drift)
  }

  /** The code that was handed out last; `undefined` when there was none. */
  used(): string | undefined {
    return this.#spent?.code
  }

  #known() {
    if (this.#enrolment) return this.#enrolment
    throw new Error(
      'The authenticator app has nothing enrolled: no QR code and no key was seen on the way here.',
    )
  }

  async #step() {
    return Math.floor((await this.#clock.now()) / 1000 / this.#known().period)
  }

  #at(step: number) {
    const { secret, digits, period } = this.#known()
    return generate({ secret, digits, period, epoch: step * period, guardrails })
  }

  async #pass(seconds: number) {
    if (this.#clock.advance) return this.#clock.advance(seconds)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}
