import type { Arrangement } from '../targets/target.ts'
import { changed } from './changed-code.ts'
import { NotThere } from './not-there.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import type { Session } from './session.ts'
import { codesIn } from './text-in-mail.ts'

const PAUSE = 100

/** A code, and the number of the mail that has it. */
interface Found {
  mail: number
  code: string
}

/** What the browsers of one account share: whose login each mail belongs to, and which codes were handed out. */
interface Shared {
  /** Number of mails when a login began → whose. Those up to the next beginning are of this one. */
  logins: { from: number; of: MailedCodes }[]
  handedOut: Found[]
}

const shared = new WeakMap<Arrangement, Shared>()

/** The one-time codes that a product mails to people who log in: a person reads the mail of their own login. */
export class MailedCodes implements OneTimeCodes {
  readonly #session: Session
  readonly #pattern: RegExp
  readonly #shared: Shared
  /** The right code was handed out for this browser. */
  wasRight = false

  constructor(session: Session, pattern: RegExp) {
    this.#session = session
    this.#pattern = pattern
    this.#shared = shared.get(session.arranged) ?? { logins: [], handedOut: [] }
    shared.set(session.arranged, this.#shared)
  }

  /** A login begins: the mails that come from now on have its code. */
  async begin(): Promise<void> {
    this.#shared.logins.push({ from: (await this.#inMails()).length, of: this })
  }

  /** Whether somebody has begun another login of the same account meanwhile, which may have made the code of this one void. */
  get isOvertaken(): boolean {
    const { logins } = this.#shared
    return logins.some(({ of }) => of === this) && logins.at(-1)?.of !== this
  }

  /**
   * The code of the newest mail of this login out of which none was handed out before. A product may mail the same one again.
   * @throws NotThere when none comes in time
   */
  async right(): Promise<string> {
    const found = await this.#newest(({ mail }) => !this.#shared.handedOut.some((one) => one.mail === mail))
    this.#shared.handedOut.push(found)
    this.wasRight = true
    return found.code
  }

  /** One that is the same in length and differs in each character from the code of this login. */
  async wrong(): Promise<string> {
    return changed(await this.current())
  }

  /** The newest code of this login; it is not handed out. @throws NotThere when none comes in time */
  async current(): Promise<string> {
    return (await this.#newest(() => true)).code
  }

  /** The code that was handed out last, in whatever login of the account; `undefined` where there was none. */
  used(): string | undefined {
    return this.#shared.handedOut.at(-1)?.code
  }

  async #newest(fits: (one: Found) => boolean): Promise<Found> {
    const { patience, page, target } = this.#session
    const until = Date.now() + patience
    for (;;) {
      const mails = await this.#inMails()
      const own = mails.flatMap(([code], mail) => (this.#isOwn(mail) ? { mail, code } : []))
      const found = own.findLast((one): one is Found => one.code !== undefined && fits(one as Found))
      if (found) return found
      if (Date.now() > until) {
        if (own.some(({ code }) => code === undefined))
          throw new Error(
            `No new mail has ${this.#pattern}, where ${target.name} mails its codes (mailedCode).`,
          )
        throw new NotThere('a mail with a one-time code', 'no new mail for the account')
      }
      await page.waitForTimeout(PAUSE)
    }
  }

  /** Whether a mail came while this login was the last that had begun. Who never began one looks over the person's shoulder. */
  #isOwn(mail: number): boolean {
    const { logins } = this.#shared
    if (!logins.some(({ of }) => of === this)) return true
    return logins.findLast(({ from }) => from <= mail)?.of === this
  }

  /** The codes in each mail of the account. */
  async #inMails(): Promise<string[][]> {
    const mails = await this.#session.mailbox().mails()
    return Promise.all(mails.map((mail) => codesIn(mail, this.#pattern)))
  }
}
