import type { DeskMessage, PageMessage } from '../../tenant/desk-messages.ts'

type Listener = (message: PageMessage) => void

type OfType<T extends PageMessage['type']> = Extract<PageMessage, { type: T }>

/** How long the page in the frame may take to answer, in ms. */
const PATIENCE = 8_000

/** The conversation with the tenant's page in the frame; only the tenant's origin is listened to. */
export class Frame {
  readonly origin: string
  element: HTMLIFrameElement | null = null
  #listeners = new Set<Listener>()
  /** Before the first page there is nobody to speak to. */
  #answered = false

  constructor(origin: string) {
    this.origin = origin
  }

  /** Listens from now on. The answer stops it. */
  open(): () => void {
    const listen = ({ origin, source, data }: MessageEvent) => {
      if (origin !== this.origin || source !== this.element?.contentWindow) return
      if (data?.source !== 'doorstep-tenant') return
      this.#answered = true
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
    if (this.#answered) this.element?.contentWindow?.postMessage(message, this.origin)
  }

  /** Goes to an address of the tenant; any other is refused. Resolves when the page there has loaded. */
  async visit(href: string): Promise<void> {
    if (!this.element || new URL(href).origin !== this.origin) return
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

  /** Fills fields by their labels; answers the labels that the page does not have. */
  async fill(fields: Record<string, string>): Promise<string[]> {
    const done = this.next('done')
    this.send({ type: 'fill', fields })
    return (await done).missing
  }

  /** Presses a button or follows a link by its label, and waits for the page that comes. */
  async press(label: string): Promise<void> {
    const loaded = this.next('page')
    this.send({ type: 'press', label })
    await loaded
  }

  async readQr(): Promise<string | null> {
    const answer = this.next('qr')
    this.send({ type: 'read-qr' })
    return (await answer).picture
  }
}
