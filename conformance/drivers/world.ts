import type { BrowserContext, Page } from '@playwright/test'
import type { Account, Arrangement, Credentials, Mailbox, Provider, Target } from '../targets/target.ts'
import { AuthenticatorApp } from './authenticator-app.ts'
import { nearness } from './label.ts'
import { SecurityKey } from './security-key.ts'
import { Settling } from './settle.ts'
import type { Sight } from './sight.ts'

/** One person in front of one browser, with all that lies on the desk: what a driver acts on and looks at. */
export class World {
  readonly context: BrowserContext
  readonly page: Page
  readonly target: Target
  readonly arranged: Arrangement
  readonly settling: Settling
  readonly app: AuthenticatorApp
  readonly key: SecurityKey
  /** Differences in wording and other things worth telling that are no failures. */
  readonly notes = new Set<string>()
  /** What differs and is accepted, with the reason that the profile gives. */
  readonly accepted = new Set<string>()
  /** What the person saw last on the page, until they press something. */
  seen: Sight | undefined
  /** What was typed last as a new password. */
  chosenPassword = ''

  private constructor(
    context: BrowserContext,
    page: Page,
    target: Target,
    arranged: Arrangement,
    app = new AuthenticatorApp(arranged.clock, arranged.account.totpSecret),
  ) {
    this.context = context
    this.page = page
    this.target = target
    this.arranged = arranged
    this.settling = new Settling(page)
    this.app = app
    this.key = new SecurityKey(page)
  }

  /** Sits a person down in a context of its own, in the world that was arranged; `app` is a phone already in use. */
  static async open(context: BrowserContext, target: Target, arranged: Arrangement, app?: AuthenticatorApp) {
    await arranged.enter?.(context)
    return new World(context, await context.newPage(), target, arranged, app)
  }

  get account(): Account {
    return this.arranged.account
  }

  /** Milliseconds that a screen may take to appear. */
  get patience(): number {
    return this.target.patience
  }

  /** @throws when the target has none; a plan sends no event there that needs one */
  mailbox(): Mailbox {
    if (this.arranged.mailbox) return this.arranged.mailbox
    throw new Error(`${this.target.name} has no mailbox that can be read.`)
  }

  /** @throws when there is none that the target could trust */
  provider(): Provider {
    if (this.arranged.provider) return this.arranged.provider
    throw new Error(`${this.target.name} has no identity provider to be configured with.`)
  }

  /** @throws when everybody at the provider was added to the target */
  stranger(): Credentials {
    const { stranger } = this.provider()
    if (stranger) return stranger
    throw new Error(`Nobody is known to the provider of ${this.target.name} who was not added there.`)
  }

  /** @throws when the provider has no place where applications are registered */
  adminCenter(): NonNullable<Provider['adminCenter']> {
    const { adminCenter } = this.provider()
    if (adminCenter) return adminCenter
    throw new Error(`The identity provider of ${this.target.name} has no admin center.`)
  }

  /** The person has signed in at the provider before, with this browser. */
  async signInAtProvider(): Promise<void> {
    const provider = this.provider()
    if (!provider.signIn) throw new Error(`Nobody can be signed in at the provider of ${this.target.name}.`)
    await provider.signIn(this.context)
  }

  /** The person has logged in before, and stands at the protected page. */
  async beginSignedIn(): Promise<void> {
    if (!this.arranged.signIn) throw new Error(`${this.target.name} cannot begin with somebody signed in.`)
    await this.arranged.signIn(this.context)
    await this.page.goto(this.arranged.dashboard)
  }

  choosePassword(password: string): string {
    this.chosenPassword = password
    return password
  }

  /** Two names that only mean the same are a note for the report. */
  noteWording(documented: string, actual: string) {
    if (nearness(documented, actual) !== 'same') this.notes.add(`“${documented}” is called “${actual}” here`)
  }
}
