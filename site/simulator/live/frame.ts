import type { DeskMessage, PageMessage } from '../../tenant/desk-messages.ts'

type Listener = (message: PageMessage) => void

type OfType<T extends PageMessage['type']> = Extract<PageMessage, { type: T }>

/** How long the page in the frame may take to answer, in ms. */
const PATIENCE = 8_000

/** The conversation with the page in the frame: the tenant's, or its provider's. No other origin is listened to. */
export class Frame {
  element: HTMLIFrameElement | null = null
  /** The page that is there; none before the first has loaded. */
  page?: OfType<'page'>
  #origins: Set<string>
  #listeners = new Set<Listener>()

  constructor(origin: string) {
    this.#origins = new Set([origin])
  }

  /** Listens to another party's pages too. */
  admit(origin: string): void {
    this.#origins.add(origin)
  }

  /** Listens from now on. The answer stops it. */
  open(): () => void {
    const listen = ({ origin, source, data }: MessageEvent) => {
      if (!this.#origins.has(origin) || source !== this.element?.contentWindow) return
      if (data?.source !== 'doorstep-tenant') return
      if (data.type === 'page') this.page = data
      for (const listener of this.#listeners) listener(data)
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  send(message: DeskMessage): void {
    if (this.page) this.element?.contentWindow?.postMessage(message, new URL(this.page.url).origin)
  }

  /** Goes to an address of a known party; any other is refused. Resolves when the page there has loaded. */
  async visit(href: string): Promise<void> {
    if (!this.element || !this.#origins.has(new URL(href).origin)) return
    const loaded = this.next('page')
    this.element.src = href
    await loaded
  }

  /** The next message of a type. */
  next<T extends PageMessage['type']>(type: T): Promise<OfType<T>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => done(() => reject(new Error(`The page did not answer: ${type}`))),
        PATIENCE,
      )
      const stop = this.on((message) => {
        if (message.type === type) done(() => resolve(message as OfType<T>))
      })
      const done = (then: () => void) => {
        clearTimeout(timer)
        stop()
        then()
      }
    })
  }

  /** Fills fields by their labels, and waits for the page that comes where that sends a form. */
  async fill(fields: Record<string, string>): Promise<void> {
    const [done, loaded] = [this.next('done'), this.next('page')]
    loaded.catch(() => undefined)
    this.send({ type: 'fill', fields })
    if ((await done).leaves) await loaded
  }

  /** Presses a button or follows a link by its label, and answers the page that comes. */
  async press(label: string): Promise<OfType<'page'>> {
    const loaded = this.next('page')
    this.send({ type: 'press', label })
    return loaded
  }

  async readQr(): Promise<string | null> {
    const answer = this.next('qr')
    this.send({ type: 'read-qr' })
    return (await answer).picture
  }
}
