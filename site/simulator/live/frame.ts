import type { SiteMessage } from '../../tenant/frame-messages.ts'
import { Focus } from './focus.ts'
import { FrameLine, PATIENCE } from './frame-line.ts'
import { type FramePage, FramePages } from './frame-pages.ts'
import type { OfType } from './next-message.ts'
import { pressKey } from './press-key.ts'

/** What there is on a page to fill in, to press and to read. */
export type Looks = OfType<'looks'>

/** How long a page that redirects is shown, in ms. */
const PASSING = 2_000

/** The conversation with the page in the frame: the tenant's, or its provider's. */
export class Frame extends FrameLine {
  readonly pages = new FramePages()
  /** What was filled in has sent the form, and its page has not come yet. */
  isLeaving = false
  /** The page is new to who acts on it, and is not yet read. */
  #isNew = false
  readonly #focus = new Focus()
  /** Whether the pack has a screen. */
  readonly #isKnown: (screen: string) => boolean
  readonly #signal: AbortSignal

  constructor(product: string, isKnown: (screen: string) => boolean, signal: AbortSignal) {
    super(product, signal)
    this.#isKnown = isKnown
    this.#signal = signal
  }

  /** Listens from now on. The answer stops it. */
  open(): () => void {
    const stopWatching = this.#focus.watch()
    const stopHearing = this.hear((message) => {
      if (message.type === 'page') this.#turn(message)
      if (message.type === 'key') pressKey(message.key)
      if (message.type === 'typed' && message.leaves) this.isLeaving = true
    })
    return () => {
      stopHearing()
      stopWatching()
    }
  }

  /** The page that is there; none before the first has loaded. */
  get page(): FramePage | undefined {
    return this.pages.shown
  }

  #turn(page: FramePage) {
    this.isLeaving = false
    this.#isNew = this.#focus.isFree
    this.pages.turn(page)
  }

  send(message: SiteMessage): void {
    if (this.page && !this.#signal.aborted)
      this.element?.contentWindow?.postMessage(message, new URL(this.page.url).origin)
  }

  /** Whether the page that is shown is the product's own. */
  get isAtProduct(): boolean {
    return this.page !== undefined && this.isOfProduct(this.page.url)
  }

  /** Goes to an address of a known party; any other is refused. Answers the page that is there then. */
  async visit(href: string): Promise<FramePage | undefined> {
    this.#signal.throwIfAborted()
    if (!this.element || !this.admits(href)) return undefined
    const loaded = this.next('page')
    this.element.src = href
    await loaded
    return this.settled()
  }

  /** Shows an address of a known party in the place of the page that is there; the browser's history gets no entry by that. */
  replace(href: string): void {
    if (this.#signal.aborted || !this.admits(href)) return
    this.pages.put()
    this.element?.contentWindow?.location.replace(href)
  }

  /**
   * A new page is read from its heading, also by a person who had it done for them. To be called when the frame can be seen:
   * before, nothing in it takes the focus.
   */
  readFromHeading(): void {
    if (!this.#isNew) return
    this.#isNew = false
    if (document.activeElement !== this.element) this.element?.focus({ preventScroll: true })
    this.send({ type: 'focus-heading' })
  }

  /**
   * Fills in a field by its label, and waits for the page that comes where that sends the form.
   * @throws when the page has no such field
   */
  async fill(label: string, value: string): Promise<void> {
    const [done, loaded] = [this.next('done'), this.next('page')]
    loaded.catch(() => undefined)
    this.send({ type: 'fill', fields: { [label]: value } })
    const answer = await Promise.race([done, loaded.then(() => undefined)])
    // The page was on its way out, and has not heard of it.
    if (!answer) return this.fill(label, value)
    const { missing, leaves } = answer
    if (missing.length > 0) throw new Error(`The page has no field “${label}”.`)
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
    if (missing.length > 0) throw new Error(`The page has no button or link “${label}”.`)
    if (stays) return this.page
    await loaded
    return this.settled()
  }

  /**
   * @param patience how long the page may take to answer, in ms
   * @throws when no page is shown
   */
  async look(patience = PATIENCE): Promise<Looks> {
    const answer = this.next('looks', patience)
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
   * The page that is shown once no redirect follows: it may be a page of the product that the pack does not have, or a
   * page of another party that asks for nothing.
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
