import type { Browser, BrowserContextOptions } from '@playwright/test'
import type { Flow } from '../../../machines/model/flow.ts'
import { begin } from '../../../machines/model/walk.ts'
import { packOf } from '../../packs/pack-of.ts'
import { Session } from '../../session/session.ts'
import type { Arrangement, Documented, OwnPages, Target } from '../../targets/target.ts'
import { Disproved, NotArranged, NotTestable } from './outcome.ts'
import { Person } from './person.ts'

/** Where a check is made: people at browsers of their own, and what was claimed and found so far. */
export class Bench {
  readonly target: Target
  readonly expected: string[] = []
  readonly observed: string[] = []
  /** Who acted last; pictured when something fails. */
  last: Person | undefined
  readonly #browser: Browser
  readonly #options: BrowserContextOptions
  readonly #leave: (() => Promise<void>)[] = []

  constructor(browser: Browser, target: Target, options: BrowserContextOptions = {}) {
    this.#browser = browser
    this.#options = options
    this.target = target
  }

  /**
   * Makes a given true in a session of its own, and sits its person down in front of it: at the protected page where the
   * flow begins signed in, else before an empty page.
   * @throws NotArranged @throws NotTestable
   */
  async person(flow: Flow, given: string): Promise<Person> {
    const arranged = await this.arrange(flow, given)
    const person = await this.#sitDown(arranged, undefined, packOf(this.target.packs, flow.id))
    if (begin(flow, given).signedIn) await person.session.beginSignedIn()
    return person
  }

  /** Makes a given true, with nobody there. */
  async arrange(flow: Flow, given: string): Promise<Arrangement> {
    const cannot = this.target.cannotArrange?.(flow.id, given)
    if (cannot) throw new NotTestable(cannot)
    const arranged = await this.target.arrange(flow.id, given, this.#browser).catch((cause: unknown) => {
      throw new NotArranged(cause instanceof Error ? cause.message : String(cause), { cause })
    })
    this.#leave.push(() => arranged.leave())
    return arranged
  }

  /** Another computer in the same session, where nobody is logged in; whoever sits there has the same phone. */
  elsewhere({ session }: Person): Promise<Person> {
    return this.#sitDown(session.arranged, session)
  }

  /** Somebody else in the same session, at a computer and with a phone of their own. */
  beside({ session }: Person): Promise<Person> {
    return this.#sitDown(session.arranged)
  }

  async #sitDown(
    arranged: Arrangement,
    other?: Session,
    pack = other?.pack ?? packOf(this.target.packs, arranged.flow ?? ''),
  ): Promise<Person> {
    const context = await this.#browser.newContext(this.#options)
    this.#leave.unshift(() => context.close())
    this.last = new Person(
      await Session.open(context, this.target, pack, arranged, { ...(other && { app: other.app }) }),
      this,
    )
    return this.last
  }

  /**
   * Notes what must be so, and what was found.
   * @param otherwise what is found when it doesn't hold
   * @throws Disproved when it doesn't hold
   */
  claim(expected: string, holds: boolean, otherwise = 'it is not so'): void {
    this.expected.push(expected)
    this.observed.push(holds ? expected : otherwise)
    if (!holds) throw new Disproved(`Not so: ${expected}.`)
  }

  /** What the deployment documents. */
  documented<K extends keyof Documented>(key: K): NonNullable<Documented[K]> {
    const value = this.target.documented?.[key]
    if (value === undefined) throw new NotTestable(`${this.target.name} lacks documented.${key}.`)
    return value
  }

  pages<K extends keyof OwnPages>(key: K): NonNullable<OwnPages[K]> {
    const value = this.target.pages?.[key]
    if (value === undefined) throw new NotTestable(`${this.target.name} lacks pages.${key}.`)
    return value
  }

  /** Closes the browsers and gives the worlds back; what can't be given back is no verdict on the target. */
  async close(): Promise<void> {
    for (const leave of this.#leave) await leave().catch(() => undefined)
  }
}
