import type { Page } from '@playwright/test'
import type { ScreenId } from '../../../machines/first-login/screens.ts'
import { perform } from '../../../machines/model/perform.ts'
import { nearest } from '../../page/label.ts'
import { inWords, type Snapshot, takeSnapshot } from '../../page/snapshot.ts'
import { SessionControls } from '../../session/controls.ts'
import { passInterlude } from '../../session/interludes.ts'
import { observeScreen } from '../../session/observe.ts'
import type { Session } from '../../session/session.ts'
import { type SignedInFacts, signedInFacts } from '../../session/signed-in.ts'
import type { Account } from '../../targets/target.ts'
import { heardAlerts, listenToAlerts } from './alerts.ts'
import type { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'
import { refusesInWordsOf } from './refusing-words.ts'
import { type Sent, watchSending } from './sent.ts'

const PAUSE = 50

/** What is done on a screen: label of a field → symbol of a value (see drivers/values.ts), and what is pressed then. */
export interface Deed {
  fill?: Record<string, string>
  press?: string
  /** In the newest mail that has what is pressed, rather than on the screen. */
  at?: 'screen' | 'mail'
}

/** One person at one browser, and what a check asks of them. Screens and labels are the documentation's. */
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

  async does(screen: ScreenId, { at = 'screen', ...deed }: Deed): Promise<void> {
    this.bench.last = this
    const { session } = this
    await session.settling.settled(this.patience)
    const event = { ...deed, at, label: deed.press ?? '' }
    await perform({ pack: session.pack, screen, event }, new SessionControls(session, screen))
  }

  /** @param url a whole address, or one as a link on the protected page has it */
  async opens(url: string): Promise<void> {
    this.bench.last = this
    await this.page.goto(new URL(url, this.session.arranged.dashboard).href)
    await this.session.settling.settled(this.patience)
  }

  snapshot(): Promise<Snapshot> {
    return takeSnapshot(this.page)
  }

  /** Whether that screen is there, at once or before patience ends. */
  async isAt(screen: ScreenId, patience = this.patience): Promise<boolean> {
    return (await this.#seek(screen, patience)).missing.length === 0
  }

  /**
   * The way there is no claim of the check.
   * @throws Unproven when the screen does not come
   */
  async sees(screen: ScreenId): Promise<Snapshot> {
    const { missing, snapshot } = await this.#seek(screen, this.patience)
    if (missing.length === 0) return snapshot
    throw new Unproven(
      `The screen “${this.session.screen(screen).heading}” was not reached: there is ${inWords(snapshot)}.`,
    )
  }

  async #seek(screen: string, patience: number) {
    const until = Date.now() + patience
    for (;;) {
      const seen = await observeScreen(this.session, screen).catch(() => undefined)
      if (seen && (seen.missing.length === 0 || Date.now() > until)) return seen
      if (seen) await passInterlude(this.session, seen.snapshot)
      await this.page.waitForTimeout(PAUSE)
    }
  }

  /**
   * Does something that must be refused, and answers the error that is shown then: what announces itself, or words of
   * refusal, the profile's own among them, that were not there before; `undefined` is silence. Which screen it stands on is the check's to claim.
   * @param orElse ends the waiting for words before patience does
   */
  async isTold(
    deed: () => Promise<void>,
    orElse: () => Promise<boolean> = async () => false,
  ): Promise<string | undefined> {
    const { alerts, texts, headings } = await this.snapshot()
    let before = [...alerts, ...texts, ...headings]
    const refuses = refusesInWordsOf(this.bench.target.overrides)
    const forgetAlerts = () => {
      before = before.filter((text) => !alerts.some((alert) => alert.includes(text)))
    }
    // A new page, or an alert that is filled anew, says what it says once more, though it be the same words.
    this.page.once('framenavigated', forgetAlerts)
    await listenToAlerts(this.page, before)
    await deed()
    const until = Date.now() + this.patience
    for (;;) {
      const { filled, gone } = await heardAlerts(this.page)
      if (filled) forgetAlerts()
      before = before.filter((text) => !gone.includes(text))
      const snapshot = await this.snapshot().catch(() => undefined)
      const said = snapshot && newsOf(snapshot, before, refuses)
      if (said || Date.now() > until || (await orElse())) return said
      await this.page.waitForTimeout(PAUSE)
    }
  }

  /** Opens an address that must be refused, and answers the error that is shown there, if any comes before that screen. */
  async isToldAt(url: string, orElse: ScreenId): Promise<string | undefined> {
    await this.page.goto('about:blank')
    return this.isTold(
      () => this.opens(url),
      () => this.isAt(orElse, 0),
    )
  }

  /** Whether something of that name can be pressed here. */
  async canPress(label: string): Promise<boolean> {
    const { buttons, links } = await this.snapshot()
    return nearest(label, [...buttons, ...links]) !== undefined
  }

  cookies() {
    return this.session.context.cookies(this.session.arranged.dashboard)
  }

  async signedIn(): Promise<SignedInFacts> {
    return signedInFacts(this.session, await this.cookies(), this.page)
  }

  /** Does something, and answers the request that changed something at the server: the first that is no reading. */
  sends(deed: () => Promise<void>): Promise<Sent> {
    return watchSending(this, deed, 'let-pass')
  }

  /** The same, but the request never arrives. */
  holdsBack(deed: () => Promise<void>): Promise<Sent> {
    return watchSending(this, deed, 'hold-back')
  }
}

/** Words of refusal, where nothing announces itself. */
const REFUSAL =
  /\b(?:invalid|expired|used|wrong|incorrect|denied|forbidden|failed|blocked|locked|error|unknown|unable|not|no longer|can[’']?t|cannot|must|too|try again|another)\b|n[’']t\b/i

const newsOf = (
  { alerts, texts, headings }: Snapshot,
  before: string[],
  refusesHere: (text: string) => boolean,
): string | undefined =>
  alerts.find((text) => /\p{L}/u.test(text) && !before.includes(text)) ??
  [...headings, ...texts].find((text) => (REFUSAL.test(text) || refusesHere(text)) && !before.includes(text))

/** Somebody is logged in: the target says so, or the protected page opens. */
export const isIn = ({ session, dashboard }: SignedInFacts) => session === true || dashboard === 'opens'
