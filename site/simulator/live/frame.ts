import type { DeskMessage, PageMessage } from '../../tenant/desk-messages.ts'

type Listener = (message: PageMessage) => void

type OfType<T extends PageMessage['type']> = Extract<PageMessage, { type: T }>

/** A page in the frame. `screen` is empty where it is not the product's. */
export type FramePage = OfType<'page'>

/** What there is on a page to fill in, to press and to read. */
export type Looks = OfType<'looks'>

/** How long the page in the frame may take to answer, in ms. */
const PATIENCE = 8_000
/** How long a page that leads on by itself is shown, in ms. */
const PASSING = 2_000

/** The conversation with the page in the frame: the tenant's, or its provider's. No other origin is listened to. */
export class Frame {
  element: HTMLIFrameElement | null = null
  /** The page that is there; none before the first has loaded. */
  page?: FramePage
  readonly #product: string
  readonly #origins: Set<string>
  readonly #listeners = new Set<Listener>()
  /** Whether the pack has a screen. */
  readonly #isKnown: (screen: string) => boolean

  constructor(product: string, isKnown: (screen: string) => boolean) {
    this.#product = product
    this.#origins = new Set([product])
    this.#isKnown = isKnown
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

  /** Shows nothing. */
  clear(): void {
    delete this.page
    this.element?.removeAttribute('src')
  }

  send(message: DeskMessage): void {
    if (this.page) this.element?.contentWindow?.postMessage(message, new URL(this.page.url).origin)
  }

  isOfProduct(href: string): boolean {
    return new URL(href).origin === this.#product
  }

  /** Whether the page that is shown is the product's own. */
  get isAtProduct(): boolean {
    return this.page !== undefined && this.isOfProduct(this.page.url)
  }

  /** Goes to an address of a known party; any other is refused. Answers the page that is there then. */
  async visit(href: string): Promise<FramePage | undefined> {
    if (!this.element || !this.#origins.has(new URL(href).origin)) return undefined
    const loaded = this.next('page')
    this.element.src = href
    await loaded
    return this.settled()
  }

  /** The next message of a type. */
  next<T extends PageMessage['type']>(type: T, patience = PATIENCE): Promise<OfType<T>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => done(() => reject(new Error('The page in the frame does not answer.'))),
        patience,
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

  /**
   * Fills in a field by its label, and waits for the page that comes where that sends the form.
   * @throws when the page has no such field
   */
  async fill(label: string, value: string): Promise<void> {
    const [done, loaded] = [this.next('done'), this.next('page')]
    loaded.catch(() => undefined)
    this.send({ type: 'fill', fields: { [label]: value } })
    const { missing, leaves } = await done
    if (missing.length > 0) throw new Error(`The page that is shown has no field “${label}”.`)
    if (leaves) {
      await loaded
      await this.settled()
    }
  }

  /**
   * Presses a button or follows a link by its label.
   * @returns the page that comes; with `stays`, as soon as it is pressed
   * @throws when the page has nothing of that name
   */
  async press(label: string, { stays = false } = {}): Promise<FramePage | undefined> {
    const [done, loaded] = [this.next('done'), this.next('page')]
    loaded.catch(() => undefined)
    this.send({ type: 'press', label })
    const { missing } = await done
    if (missing.length > 0) throw new Error(`The page that is shown has nothing to press called “${label}”.`)
    if (stays) return this.page
    await loaded
    return this.settled()
  }

  /** @throws when no page is shown */
  async look(): Promise<Looks> {
    const answer = this.next('looks')
    this.send({ type: 'look' })
    return answer
  }

  async readQr(): Promise<string | null> {
    if (!this.page) return null
    const answer = this.next('qr')
    this.send({ type: 'read-qr' })
    return (await answer).picture
  }

  /**
   * The page that is shown once none leads on by itself, as a page of the product may that the pack does not have, or one of
   * another party that asks for nothing.
   */
  async settled(): Promise<FramePage | undefined> {
    for (;;) {
      const { page } = this
      if (!page || (this.isAtProduct && this.#isKnown(page.screen))) return page
      const next = this.next('page', PASSING).catch(() => undefined)
      const looks = this.isAtProduct ? undefined : this.look().catch(() => undefined)
      const seen = await Promise.race([next, ...(looks ? [looks] : [])])
      if (seen?.type === 'looks' && asksForSomething(seen) && this.page === page) return page
      if (!(await next)) return this.page
    }
  }
}

const asksForSomething = ({ fields, press }: Looks) => fields.length > 0 || press.length > 1
