import type { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import type { Frame } from './frame.ts'
import type { Keeper } from './kept.ts'

/** The parts of the app, which only some flows need: each is loaded once. */
const parts = {
  scan: () => import('../devices/scan.ts'),
  app: () => import('../../../machines/devices/authenticator-app.ts'),
  enrolment: () => import('../../../machines/devices/enrolment.ts'),
}

interface PhoneOptions {
  frame: Frame
  keeper: Keeper
  /** The sandbox's time in ms since 1970. */
  now(): number
  /** Moves the sandbox's clock. */
  advance(seconds: number): Promise<void>
}

/** The person's phone: it scans the code on the page, and counts in the sandbox's time. */
export class Phone {
  readonly #options: PhoneOptions
  #app: AuthenticatorApp | undefined

  constructor(options: PhoneOptions) {
    this.#options = options
  }

  /** Base32: what the app knows. */
  get secret(): string | undefined {
    const { kept } = this.#options.keeper
    return kept?.secret ?? kept?.sandbox.totpSecret
  }

  /** Loads what will be needed, so that the first code is there at once. What does not come now is loaded then. */
  async prepare(): Promise<void> {
    await Promise.allSettled(Object.values(parts).map((load) => load()))
  }

  /** Scans the QR code that is shown. Answers whether there was one. */
  async scan(): Promise<boolean> {
    const picture = await this.#options.frame.readQr()
    if (!picture) return false
    const { scan } = await parts.scan()
    const found = await scan(picture)
    if (found) this.#options.keeper.update({ secret: found.secret })
    return found !== undefined
  }

  /** A code that has not been used: a code is good once, so that the sandbox's clock may have to move on. */
  async right(): Promise<string> {
    await this.scan()
    const app = await this.#open()
    const code = await app.right()
    // It may have been typed by hand.
    const fresh = code === this.used() ? await app.right() : code
    this.spend(fresh)
    return fresh
  }

  /** A code that is right at no moment near now. */
  async wrong(): Promise<string> {
    return (await this.#open()).wrong()
  }

  /** The code that the app shows now, whether it was used or not. */
  async shown(): Promise<string | undefined> {
    return this.secret === undefined ? undefined : (await this.#open()).ofStep(0)
  }

  /** The code that was used last. */
  used(): string | undefined {
    return this.#options.keeper.kept?.code
  }

  spend(code: string): void {
    this.#options.keeper.update({ code })
  }

  async #open(): Promise<AuthenticatorApp> {
    const { secret } = this
    if (secret === undefined) throw new Error('The phone knows no account yet: scan the QR code first.')
    const { AuthenticatorApp } = await parts.app()
    const { enrolmentOfKey } = await parts.enrolment()
    const { now, advance } = this.#options
    this.#app ??= new AuthenticatorApp({ now, advance })
    this.#app.scan(enrolmentOfKey(secret))
    return this.#app
  }
}
