import { errors, type Page, type Request } from '@playwright/test'

/** A page of the target lets nobody go on. Counts against the target, not against the harness. */
export class Hangs extends Error {
  override name = 'Hangs'
}

/** More windows than any product opens, and more questions than anybody answers within the time of one screen. */
const MOST_WINDOWS = 20
const MOST_QUESTIONS = 50
const MOST_LOADS = 10
const LOOKS_PER_PATIENCE = 8
/** The page of a step may load for as long as patience allows, and then be looked at for as long. */
const PATIENCES = 2

/** What is known of one page. */
interface Watched {
  page: Page
  /** Since when it has been asked for a sign of life. */
  asked: number | undefined
  /** When it put up windows of the browser itself, and when it loaded. */
  questions: number[]
  loads: number[]
  /** A page that was asked for and has not come. */
  awaited: Request | undefined
}

/** Watches the pages of a target, and knows when one of them will never let anybody go on. */
export class Watch {
  readonly #patience: number
  readonly #watched = new Set<Watched>()
  readonly #hung: Promise<never>
  #tell: (error: Hangs) => void = () => {}
  #allowed = 0

  /** @param patience milliseconds that a screen may take */
  constructor(patience: number) {
    this.#patience = patience
    this.#hung = new Promise((_, reject) => {
      this.#tell = reject
    })
    // What hangs while nobody waits for it is no error of this process.
    this.#hung.catch(() => undefined)
  }

  /** Watches a page until it is closed. */
  add(page: Page): void {
    const one: Watched = { page, asked: undefined, questions: [], loads: [], awaited: undefined }
    this.#watched.add(one)
    // A listener of the page itself would have to answer them.
    page.context().on('dialog', (dialog) => {
      if (dialog.page() === page) this.#note(one.questions)
    })
    page.on('request', (request) => {
      if (isOfPage(request, page)) one.awaited = request
    })
    const ends = (request: Request) => {
      if (one.awaited === request) one.awaited = undefined
    }
    page.on('requestfailed', ends).on('requestfinished', ends)
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      one.awaited = undefined
      this.#note(one.loads)
    })
    const timer = setInterval(() => this.#look(one), this.#patience / LOOKS_PER_PATIENCE).unref()
    page.once('close', () => {
      clearInterval(timer)
      this.#watched.delete(one)
    })
  }

  /**
   * Does something with the pages.
   * @throws Hangs as soon as one of them hangs, and in place of running out of time where one of them is to blame
   */
  async during<T>(work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, this.#hung])
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
      const [why] = [...this.#watched].flatMap((one) => this.#whyHangs(one, this.#patience / 2) ?? [])
      throw why ? new Hangs(why) : error
    }
  }

  /** Does something for which a page may be silent for longer than patience allows. */
  async allowing<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
    this.#allowed = milliseconds
    try {
      return await work()
    } finally {
      this.#allowed = 0
    }
  }

  #note(times: number[]) {
    times.push(Date.now())
    while ((times[0] ?? 0) < Date.now() - this.#patience) times.shift()
  }

  #look(one: Watched) {
    const most = Math.max(PATIENCES * this.#patience, this.#allowed)
    const why = this.#whyHangs(one, most)
    const isFlooded = one.questions.length > MOST_QUESTIONS || windowsOf(one) > MOST_WINDOWS
    if (why && (isFlooded || this.#silence(one) > most)) this.#tell(new Hangs(why))
    if (one.asked !== undefined) return
    one.asked = Date.now()
    const answered = () => {
      one.asked = undefined
    }
    one.page.evaluate(() => 0).then(answered, answered)
  }

  /** For how many milliseconds a page has given no sign of life. */
  #silence({ asked }: Watched): number {
    return asked === undefined ? 0 : Date.now() - asked
  }

  /** Why nobody can go on, in a sentence; `undefined` where a page has not been silent for that long and does nothing odd. */
  #whyHangs(one: Watched, silence: number): string | undefined {
    const { page, questions, loads, awaited } = one
    const windows = windowsOf(one)
    const says = (what: string) => `The page ${page.url()} hangs: ${what}.`
    if (windows > MOST_WINDOWS) return says(`it opens one window after another, and ${windows} are open`)
    if (questions.length > MOST_QUESTIONS) return says('it asks in one window of the browser after another')
    if (loads.length > MOST_LOADS) return says('it loads again and again')
    const seconds = this.#silence(one) / 1000
    if (seconds * 1000 <= silence) return undefined
    if (awaited) return `There is no answer from ${awaited.url()} after ${seconds.toFixed(0)} s.`
    return says(`a script on it does not end, and it has not answered for ${seconds.toFixed(0)} s`)
  }
}

const windowsOf = ({ page }: Watched) => page.context().pages().length

const isOfPage = (request: Request, page: Page) =>
  request.isNavigationRequest() && request.frame() === page.mainFrame()
