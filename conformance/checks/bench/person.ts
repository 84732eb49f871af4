import type { BrowserContext, Page } from '@playwright/test'
import { perform } from '../../../machines/model/perform.ts'
import type { Act, Role, RoleName } from '../../../machines/model/roles.ts'
import { nearest } from '../../page/label.ts'
import { allPressable } from '../../page/menus.ts'
import { inWords, type Snapshot } from '../../page/snapshot.ts'
import { takeSnapshot } from '../../page/take-snapshot.ts'
import { NothingBeyond } from '../../session/beyond.ts'
import { SessionControls } from '../../session/controls.ts'
import { openUnled } from '../../session/early.ts'
import { press } from '../../session/find.ts'
import { flowsThatShow } from '../../session/flow-that-shows.ts'
import { passInterlude } from '../../session/interludes.ts'
import { observeScreen } from '../../session/observe-screen.ts'
import { overridesFor } from '../../session/overrides.ts'
import type { Session } from '../../session/session.ts'
import { type SignedInFacts, signedInFacts } from '../../session/signed-in.ts'
import type { Account } from '../../targets/target.ts'
import type { Bench } from './bench.ts'
import { heardAfter } from './heard-after.ts'
import { NotTestable, Unproven } from './outcome.ts'
import { poll } from './poll.ts'
import { type Sent, watchSending } from './sent.ts'

const PAUSE = 50

/** What a browser sends that may hold a session: cookies, and what the scripts of its page add, such as a token. */
export interface Credentials {
  cookies: Awaited<ReturnType<BrowserContext['cookies']>>
  headers: Readonly<Record<string, string>>
}

/** One person at one browser, and what a check asks of them. Screens and labels come from the pack. */
export class Person {
  readonly session: Session
  readonly bench: Bench

  constructor(session: Session, bench: Bench) {
    this.session = session
    this.bench = bench
  }

  get page(): Page {
    return this.session.page
  }

  get account(): Account {
    return this.session.account
  }

  get patience(): number {
    return this.session.patience
  }

  /** @see Bench.role */
  role<N extends RoleName>(name: N): Role<N> {
    return this.bench.role(name)
  }

  /** Fills in and presses what an act says, on its screen or in its mail. */
  async perform({ screen, at = 'screen', ...act }: Act): Promise<void> {
    this.bench.last = this
    const { session } = this
    await session.settling.settled(this.patience)
    session.without = undefined
    session.left = screen
    const event = { ...act, at, label: act.press ?? '' }
    await perform({ pack: session.pack, screen, event }, new SessionControls(session, screen))
  }

  /** Presses something that no flow leads to, by the words of the profile. */
  async pressLabel(label: string): Promise<void> {
    await press(this.page, label, this.patience)
    await this.settle()
  }

  /** @param url a whole address, or one as a link on the protected page has it */
  async open(url: string): Promise<void> {
    this.bench.last = this
    const { href } = new URL(url, this.session.arranged.dashboard)
    this.session.left = undefined
    this.session.walked = undefined
    // An address with a hash that is open already would stay as it is.
    if (this.page.url() === href) await this.page.reload()
    else await this.page.goto(href)
    await this.settle()
  }

  /** Waits until the page is at rest. */
  settle(): Promise<void> {
    return this.session.settling.settled(this.patience)
  }

  snapshot(): Promise<Snapshot> {
    return takeSnapshot(this.page)
  }

  /** Whether that screen is there, at once or before patience ends. */
  async isAt(screen: string, patience = this.patience): Promise<boolean> {
    return (await this.#seek(screen, patience)).missing.length === 0
  }

  /** The first of these screens that is there before patience ends; `undefined` when none comes. */
  isAtOneOf(screens: readonly string[], patience = this.patience): Promise<string | undefined> {
    return poll(async () => {
      for (const screen of screens) if (await this.isAt(screen, 0)) return screen
      return undefined
    }, patience)
  }

  /**
   * Waits for a screen on the way to a claim.
   * @throws Unproven when it does not come; NotTestable when the profile says that what leads there is absent
   */
  async reach(screen: string): Promise<Snapshot> {
    await this.settle()
    await openUnled(this.session, screen)
    const { missing, snapshot } = await this.#seek(screen, this.patience)
    if (missing.length === 0) return snapshot
    const { without } = this.session
    if (without?.isThere === false)
      throw new NotTestable(`There is no “${without.label}” here: ${without.why}.`)
    throw new Unproven(
      `The screen “${this.session.screen(screen).heading}” was not reached: there is ${inWords(snapshot)}.`,
    )
  }

  #isProtected = (screen: string) => this.bench.optionalRole('session')?.protectedPage === screen

  /** Looks for a screen: by the words of the arranged flow, and by those of others that show it, which checks lead people through. */
  async #look(screen: string) {
    const { session } = this
    const signedIn = this.#isProtected(screen)
    const seen = await observeScreen(session, screen, { signedIn })
    if (seen.missing.length === 0) return seen
    const { walked } = session
    for (const other of [undefined, ...flowsThatShow(session.target, screen)]) {
      session.walked = other
      if (other === walked || overridesFor(session, screen).absent !== undefined) continue
      const found = await observeScreen(session, screen, { signedIn, snapshot: seen.snapshot }).catch(
        (error) => {
          session.walked = walked
          throw error
        },
      )
      if (found.missing.length === 0) return found
    }
    session.walked = walked
    return seen
  }

  async #seek(screen: string, patience: number) {
    const until = Date.now() + patience
    for (;;) {
      const isOver = Date.now() > until
      const seen = await this.#look(screen).catch((error: unknown) => {
        if (error instanceof NothingBeyond) throw new NotTestable(error.message)
        // A page may go away while it is looked at.
        if (isOver) throw error
      })
      if (seen?.missing.length === 0) this.session.firstLooks.of(seen.snapshot)
      if (seen && (seen.missing.length === 0 || isOver)) return seen
      if (seen) await passInterlude(this.session, seen.snapshot)
      await this.page.waitForTimeout(PAUSE)
    }
  }

  /**
   * Does something that must be refused, and answers the error that is shown then: what announces itself, or words of refusal
   * that were not there before, the profile's own among them, or a button that stays disabled where the profile says that
   * this is how it refuses. `undefined` is silence.
   * @param orElse ends the wait for words before patience does
   */
  errorAfter(
    action: () => Promise<void>,
    orElse: () => Promise<boolean> = async () => false,
    patience = this.patience,
  ): Promise<string | undefined> {
    return heardAfter(this, action, orElse, patience)
  }

  /** Opens an address that must be refused, and answers the error that is shown, if one comes before that screen. */
  async errorAt(url: string, orElse: string): Promise<string | undefined> {
    await this.page.goto('about:blank')
    return this.errorAfter(
      () => this.open(url),
      () => this.isAt(orElse, 0),
    )
  }

  /** Whether something of that name can be pressed here. */
  async canPress(label: string): Promise<boolean> {
    return nearest(label, await allPressable(this.page)) !== undefined
  }

  cookies() {
    return this.session.context.cookies(this.session.arranged.dashboard)
  }

  /** What the browser would send now. */
  async credentials(): Promise<Credentials> {
    const { context, ownHeaders } = this.session
    return { cookies: await context.cookies(), headers: await ownHeaders.now() }
  }

  async signedIn(): Promise<SignedInFacts> {
    return signedInFacts(this.session, await this.cookies(), this.page)
  }

  /** Does something, and answers the first request that changes something at the server. */
  requestOf(action: () => Promise<void>): Promise<Sent> {
    return watchSending(this, action, 'let-pass')
  }

  /** The same, but the request never arrives. */
  interceptRequest(action: () => Promise<void>): Promise<Sent> {
    return watchSending(this, action, 'hold-back')
  }

  /** Moves the deployment's clock, in seconds. */
  async wait(seconds: number): Promise<void> {
    await this.session.arranged.clock.advance?.(seconds)
  }
}
