import type { PageMessage } from '../../tenant/frame-messages.ts'
import { type Listener, nextOf, type OfType } from './next-message.ts'

/** How long the page in the frame may take to answer, in ms. */
export const PATIENCE = 15_000

/** What the pages of known parties say in the frame. Messages from other origins are ignored. */
export class FrameLine {
  element: HTMLIFrameElement | null = null
  readonly #product: string
  readonly #origins: Set<string>
  readonly #listeners = new Set<Listener>()
  readonly #signal: AbortSignal

  /**
   * @param product origin of the tenant
   * @param signal ends the conversation: whatever waits then, and whatever is asked for afterwards, fails with its reason
   */
  constructor(product: string, signal: AbortSignal) {
    this.#product = product
    this.#origins = new Set([product])
    this.#signal = signal
  }

  /** Listens to another party's pages too. */
  admit(origin: string): void {
    this.#origins.add(origin)
  }

  /** Whether an address is one of a known party. */
  admits(href: string): boolean {
    return URL.canParse(href) && this.#origins.has(new URL(href).origin)
  }

  isOfProduct(href: string): boolean {
    return new URL(href).origin === this.#product
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The next message of a type. */
  next<T extends PageMessage['type']>(type: T, patience = PATIENCE): Promise<OfType<T>> {
    return nextOf((listener) => this.on(listener), type, { patience, signal: this.#signal })
  }

  /**
   * Listens from now on. The answer stops it.
   * @param first hears each message before anybody else
   */
  protected hear(first: Listener): () => void {
    const listen = ({ origin, source, data }: MessageEvent) => {
      if (!this.#origins.has(origin) || source !== this.element?.contentWindow) return
      if (data?.source !== 'doorstep-tenant') return
      first(data)
      for (const listener of this.#listeners) listener(data)
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }
}
