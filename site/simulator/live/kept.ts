import type { SecurityKeyJSON } from '../../../machines/devices/security-key.ts'
import { keep, readKept } from '../kept-in-tab.ts'
import type { Sandbox } from './sandbox.ts'

/** What a tab keeps of a sandbox, so that a reload loses nothing. */
export interface Kept {
  sandbox: Sandbox
  /** The page that the frame showed last, and the last one that was the product's. */
  address?: string
  atProduct?: string
  /** The walk that was last written into the page's own address. */
  walk?: readonly string[]
  /** Base32: what was scanned with the authenticator app. */
  secret?: string
  /** The one-time code that was used last. */
  code?: string
  securityKey?: SecurityKeyJSON
  /** The password that was typed last as a new one, and the one that the product has taken. */
  chosen?: string
  taken?: string
  /** What is typed into the page that is shown, by label. */
  form?: Readonly<Record<string, string>>
  /** Values that were read off a page, by name. */
  notes?: Readonly<Record<string, string>>
  /** Numbers of the events that happened while the person was at another computer. */
  elsewhere?: readonly number[]
  /** Number of the last thing that was done to it from outside. */
  happened?: number
  /** Who sits at the frame, and where each person left it. */
  seats?: Seats
}

/** People by their names in the pack; the holder of the account is `''`. */
export interface Seats {
  sits: string
  /** Who was logged in last at the product, and at the provider. */
  atProduct: string
  atProvider: string
  left: Readonly<Record<string, string>>
}

/** What the tab keeps of the sandbox of a place. */
export class Keeper {
  readonly #name: string
  readonly #signal: AbortSignal
  #kept: Kept | undefined

  /** @param signal ends it: another sandbox has taken the place */
  constructor(place: string, signal: AbortSignal) {
    this.#name = `sandbox:${place}`
    this.#signal = signal
    this.#kept = readKept(this.#name)
  }

  get kept(): Kept | undefined {
    return this.#kept
  }

  begin(sandbox: Sandbox): void {
    this.#write({ sandbox })
  }

  update(change: Partial<Kept>): void {
    if (this.#kept) this.#write({ ...this.#kept, ...change })
  }

  #write(kept: Kept) {
    if (this.#signal.aborted) return
    this.#kept = kept
    keep(this.#name, kept)
  }
}
