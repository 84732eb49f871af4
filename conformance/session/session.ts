import type { BrowserContext, Page } from '@playwright/test'
import { AuthenticatorApp } from '../../machines/devices/authenticator-app.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Screen } from '../../machines/model/screen.ts'
import { commonValues, type Values, withValues } from '../../machines/model/values.ts'
import { lookInto } from '../page/frames.ts'
import { nearness, plain } from '../page/label.ts'
import { listenTo } from '../page/listen.ts'
import { SecurityKey } from '../page/security-key.ts'
import { Settling } from '../page/settle.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { wordingNote } from '../report/wording.ts'
import type { Account, Arrangement, Mailbox, Provider, Target } from '../targets/target.ts'
import { asksForKeyAtOnce } from './asks-at-once.ts'
import { Cast } from './cast.ts'
import { demandsSignIn } from './demanded.ts'
import { FirstLooks } from './first-looks.ts'
import { Lingering } from './lingering.ts'
import { MailedCodes } from './mailed-codes.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import { OwnHeaders } from './own-headers.ts'
import { paceOf } from './pace.ts'
import { Watch } from './watch.ts'

/** What several people of one walk share. */
interface Shared {
  app?: AuthenticatorApp
  cast?: Cast
  watch?: Watch
}

/** One person at one browser, with a phone and a security key: what is acted with and looked at. */
export class Session {
  readonly context: BrowserContext
  readonly page: Page
  readonly target: Target
  readonly pack: Pack
  readonly arranged: Arrangement
  readonly settling: Settling
  /** Knows when one of the pages hangs. */
  readonly watch: Watch
  /** What the product's scripts send in addition to cookies. */
  readonly ownHeaders: OwnHeaders
  readonly app: AuthenticatorApp
  /** The codes that come by mail, where the target has such a second factor. */
  readonly mailed: MailedCodes | undefined
  readonly key: SecurityKey
  /** The others who take part, and what they have kept for each other. */
  readonly cast: Cast
  /** The values of the model’s symbols at this target. */
  readonly values: Values
  /** Differences in wording and other things worth telling that are no failures. */
  readonly notes = new Set<string>()
  /** What differs and is accepted, with the reason that the profile gives. */
  readonly accepted = new Set<string>()
  /** The event that is being performed. */
  event: string | undefined
  /** The procedure that is walked as a part of the flow, where it is a journey. */
  leg: string | undefined
  /** The flow by whose words a check has found the screen that the person is on, where that is another one than the arranged flow. */
  walked: string | undefined
  /** Why the person is logged in already, before the documentation logs them in; `undefined` where they are not. */
  early: string | undefined
  /** The screen on which the last event was performed. */
  left: string | undefined
  /** The events performed so far. */
  readonly done: string[] = []
  /** The event was to press a button that is disabled: the page may have said why while the form was filled in. */
  foundDisabled = false
  /** The event was to press what the profile says is absent, and nothing was done instead; whether it is there all the same. */
  without: { label: string; why: string; isThere: boolean } | undefined
  /** How the screen looked that the person is on, when they came to it. */
  arrival: { screen: string; snapshot: Snapshot } | undefined
  /** What was seen last on the page, until something is pressed. */
  seen: Snapshot | undefined
  /** The screen that the page has announced, and where; until something is pressed. */
  toast: { screen: string; url: string } | undefined
  readonly firstLooks = new FirstLooks()
  readonly lingering = new Lingering()
  /** Begins the login under way anew, up to where the person is; absent where they walk no flow. */
  beginAnew: (() => Promise<boolean>) | undefined
  /** Gets the person back to where an event is done that is done several times. */
  comeBack: (() => Promise<boolean>) | undefined
  /** What was typed into a form whose button is that of a later screen, by its label; until the person goes elsewhere. */
  readonly unsent = new Map<string, { screen: string; value: string }>()
  /** What was typed last as a new password. */
  chosenPassword = ''
  /** Whether the product has asked a provider, the last time, to authenticate the person again. */
  demandsSignIn = false
  /** How many mails of a screen there were at the last count. */
  readonly mailsBefore = new Map<string, number>()
  /** The mail that the page shows, until it leads elsewhere. */
  shownMail: string | undefined

  private constructor(
    context: BrowserContext,
    page: Page,
    target: Target,
    pack: Pack,
    arranged: Arrangement,
    shared: Shared,
  ) {
    this.context = context
    this.page = page
    this.target = target
    this.pack = pack
    this.arranged = arranged
    this.settling = new Settling(page)
    this.watch = shared.watch ?? new Watch(target.patience)
    this.watch.add(page)
    this.ownHeaders = new OwnHeaders(context, page, arranged.url, target)
    context.on('request', (request) => {
      if (request.isNavigationRequest())
        this.demandsSignIn = demandsSignIn(request.url()) ?? this.demandsSignIn
    })
    this.app = shared.app ?? arranged.app ?? new AuthenticatorApp(arranged.clock, arranged.account.totpSecret)
    this.mailed = target.mailedCode && new MailedCodes(this, target.mailedCode.inMail)
    this.cast = shared.cast ?? new Cast(this)
    this.key = new SecurityKey(page)
    this.values = withValues(withValues(commonValues, pack.values), target.values)
  }

  /**
   * Opens a page for a person in a browser context, in the sandbox that was arranged.
   * @param shared a phone already in use, the people of the same walk, and who watches their pages
   */
  static async open(
    context: BrowserContext,
    target: Target,
    pack: Pack,
    arranged: Arrangement,
    shared: Shared = {},
  ): Promise<Session> {
    await arranged.enter?.(context)
    await listenTo(context)
    lookInto(context, target.frames ?? [])
    context.setDefaultTimeout(target.patience)
    const session = new Session(context, await context.newPage(), target, pack, arranged, shared)
    if (asksForKeyAtOnce(pack, target)) await session.key.holdQuestions()
    return session
  }

  /** Where the person gets the codes of their second factor. */
  get codes(): OneTimeCodes {
    return this.mailed ?? this.app
  }

  get account(): Account {
    return this.arranged.account
  }

  /** Milliseconds that a screen may take to appear. */
  get patience(): number {
    return paceOf(this.target)
  }

  /** @throws when the pack has no screen of that id */
  screen(id: string): Screen {
    const screen = this.pack.screens[id]
    if (!screen) throw new Error(`The pack ${this.pack.id} has no screen "${id}".`)
    return screen
  }

  /** @throws when the target has none; a plan sends no event there that needs one */
  mailbox(): Mailbox {
    if (this.arranged.mailbox) return this.arranged.mailbox
    throw new Error(`${this.target.name} has no mailbox that can be read.`)
  }

  /** @throws when the target has none that it could trust */
  provider(): Provider {
    if (this.arranged.provider) return this.arranged.provider
    throw new Error(`${this.target.name} has no identity provider to be configured with.`)
  }

  /** The person has signed in at the provider before, with this browser. */
  async signInAtProvider(): Promise<void> {
    const { signIn } = this.provider()
    if (!signIn) throw new Error(`The provider of ${this.target.name} cannot begin with someone signed in.`)
    await signIn(this.context)
  }

  /** The person has logged in before, and the protected page is open. */
  async beginSignedIn(): Promise<void> {
    if (!this.arranged.signIn) throw new Error(`${this.target.name} cannot begin with someone signed in.`)
    await this.arranged.signIn(this.context)
    await this.page.goto(this.arranged.dashboard)
  }

  choosePassword(password: string): string {
    this.chosenPassword = password
    return password
  }

  /** Two names that only mean the same are a note for the report. */
  noteWording(documented: string, actual: string) {
    const told = plain(actual)
    if (told && nearness(documented, told) !== 'same')
      this.notes.add(wordingNote({ documented, actual: told }))
  }
}
