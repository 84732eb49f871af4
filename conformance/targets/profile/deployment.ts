import type { BrowserContext, Page } from '@playwright/test'
import type { Capability } from '../../../machines/model/event.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Values } from '../../../machines/model/values.ts'
import type { Documented } from '../documented.ts'
import type { MailboxSetting } from '../mailboxes/settings.ts'
import type { Interlude, Overrides } from '../overrides.ts'
import type { OwnPages } from '../own-pages.ts'
import type {
  Account,
  Arrangement,
  Csrf,
  KeyCredential,
  Mail,
  MailedCode,
  Passwords,
  Provider,
} from '../target.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * What a team says about its own deployment, so that Doorstep can check it. `Data` is what `start` hands to everything else; it
 * travels to other processes as JSON.
 */
export interface Deployment<Data extends Json = Json> {
  /** As it is called in a report. */
  name: string
  /** The login page, where a person begins if they know no other address. Can be left out if `start` answers it. */
  url?: string | undefined
  /** Begins the deployment, where it does not run anyway; once for a whole check. */
  start?: ((tools: StartTools) => Promise<Started<Data>>) | undefined
  /** What runs there: a version or a commit, for the report. */
  build?: ((where: Where<Data>) => Promise<string>) | undefined
  /** Its documented procedures: packs, or folders of packs beside this file. Default: the bundled pack. */
  packs?: (Pack | string)[] | undefined
  /** The values of the model’s symbols here: kind of field → symbol → value. */
  values?: Values | undefined
  /** The flows it has. Default: those of which at least one given is arranged. */
  flows?: string[] | undefined
  /**
   * What it has beyond what the rest of the profile tells: `mailbox`, `clock` and `identity-provider` follow from the keys of
   * these names.
   */
  capabilities?: Capability[] | undefined
  /**
   * How that is made true which is given before a flow begins: by the given's name, or by `<flow>/<given>` where it differs
   * between flows; one function where it arranges all of them.
   */
  givens: Record<string, Arrange<Data>> | Arrange<Data>
  /** Where the mail arrives. */
  mailbox?: MailboxSetting | undefined
  /**
   * The second factor is a code in a mail, or in what else the mailbox reads, in place of one of an app: where it is there, at each login
   * or on each new device.
   */
  mailedCode?: RegExp | MailedCode | undefined
  /** An unused mail address, for an id of lower-case letters and digits. Default: `doorstep-<id>@example.com`. */
  freshAddress?: ((id: string) => string) | undefined
  /** The provider it trusts, or can be set up to trust, for single sign-on. */
  provider?: ProviderSetting | undefined
  /** The deployment's time. Default: this machine's, which cannot be moved. */
  clock?: ClockSetting<Data> | undefined
  /** Milliseconds that a screen may take to appear. Default: 10,000. */
  patience?: number | undefined
  /** Seconds that arranging a given may take. Default: 30. */
  arrangeWithin?: number | undefined
  /** A page that only a signed-in person may see, and how to recognise whether it opens. */
  protectedPage?: ProtectedPage<Data> | undefined
  /** Whether the deployment knows of a session. Without it, the protected page alone decides. */
  session?: ((visitor: Visitor<Data>) => Promise<boolean>) | undefined
  passwords?: Passwords | undefined
  /** How screens differ from the documented ones, by their ids. */
  screens?: Overrides | undefined
  /** Origins whose frames are a part of its pages, where they are not the one of the page: `['https://id.example.com']`. */
  frames?: string[] | undefined
  /** Screens that may come in between. */
  between?: Interlude[] | undefined
  /** `<flow>/<event>` → why it cannot be done here. */
  notHere?: Record<string, string> | undefined
  /** `<flow>.<step>`, `<flow>/<transition>`, `<check>` or `<check>.<claim>` → why it is accepted that it differs. */
  accept?: Record<string, Accept> | undefined
  /** `<check>` → why it is not made here: it becomes `not-testable`. */
  leaveOut?: Record<string, string> | undefined
  /**
   * `shared` where all accounts depend on the same settings, such as one method of single sign-on or one clock for everybody: then
   * paths and checks run one after the other. Default: `shared` where `clock.advance` is given, else `separate`.
   */
  isolation?: 'separate' | 'shared' | undefined
  /**
   * Takes any certificate, for a test environment whose own is signed by nobody whom this machine knows. It holds for the browser and
   * for every other connection of the check. Default: false.
   */
  ignoreHTTPSErrors?: boolean | undefined
  /** Puts such settings back behind each path and check. */
  restore?: ((where: Where<Data>) => Promise<void>) | undefined
  /** Where the token against cross-site requests is, where its name does not say it. */
  csrf?: Csrf | undefined
  documented?: Documented | undefined
  pages?: OwnPages | undefined
}

/** Why a difference is accepted; as an object also which one, and for how long. */
export type Accept =
  | string
  | {
      reason: string
      /** What must be seen: words, in any case, or an expression. Another difference fails. */
      seen?: string | RegExp | undefined
      /** The last day, `YYYY-MM-DD`. After it the run fails. */
      until?: string | undefined
    }

/** Makes true what is given, and answers whose account it is. */
export type Arrange<Data extends Json> = (tools: Tools<Data>) => Promise<Arranged>

/** What was arranged. Whatever the profile says for all, an arrangement may say otherwise for itself. */
export type Arranged = Partial<Account> & Pick<Account, 'email'> & Partial<Omit<Arrangement, 'account'>>

export interface StartTools {
  /** Where the deployment must send its mail, when `mailbox` is of the kind `smtp`. */
  smtp?: { host: string; port: number } | undefined
  /** The identity provider that was started, when `provider` is of the kind `mock-idp`. */
  provider?: StartedProvider | undefined
  /** The fault that `--defect` asks for. */
  defect?: string | undefined
}

export interface Started<Data extends Json> {
  /** The login page, where it is only known now. */
  url?: string | undefined
  /** What the other functions of the profile need to know. JSON: it goes to other processes. */
  data: Data
  /** Ends what was started. */
  close?(): Promise<void>
}

/** What a function of the profile may know about its deployment. */
export interface Where<Data extends Json> {
  url: string
  /** What `start` answered. */
  data: Data
}

/** A person in front of a browser. */
export interface Visitor<Data extends Json> extends Where<Data> {
  /** All cookies for the protected page, as the header has them. */
  cookie: string
  /** The same header, and what the product's scripts send with it, such as `authorization`. */
  headers: Record<string, string>
  /**
   * The page that the person sees, for sessions that are not kept in cookies; absent if there is no page. Leave it as
   * it is.
   */
  page?: Page | undefined
  /** Asks the deployment with these headers; redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

export interface ProtectedPage<Data extends Json> {
  /** Below the deployment's address, or a whole address. */
  path: string
  /** Default: the answer is 200 and contains the heading that the dashboard has here. */
  opens?: ((visitor: Visitor<Data>) => Promise<boolean>) | undefined
}

export interface ClockSetting<Data extends Json> {
  /** Milliseconds since 1970. Default: this machine's. */
  now?: ((where: Where<Data>) => Promise<number>) | undefined
  /** Moves the deployment's time. */
  advance?: ((seconds: number, where: Where<Data>) => Promise<void>) | undefined
}

/** The bundled mock provider, started for the check; or one that runs already. */
export type ProviderSetting = MockProviderSetting | Provider

export interface MockProviderSetting {
  kind: 'mock-idp'
  /** Default 0: any free one. */
  port?: number | undefined
  /** Where the deployment wants people to be sent back to: an address, or a path below that of the login page. */
  redirectUri: string
}

/** What a deployment must know to trust the started provider. */
export interface StartedProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Of the discovery document. */
  discoveryUrl: string
  /** As the profile has it. */
  redirectUri: string
}

/** What a given is arranged with. */
export interface Tools<Data extends Json> extends Where<Data> {
  flow: string
  given: string
  /** Another one each time, of which the mailbox gets the mail. */
  freshAddress(): string
  /** The mail for an address, the oldest first. */
  mails(email: string): Promise<Mail[]>
  /** Waits for a mail whose subject has these words, and answers the address of the first link in it, or of the one that has these words, or has them in its address. */
  linkInMail(email: string, subject: string, link?: string | RegExp): Promise<string>
  /**
   * Asks the deployment's API: JSON in, JSON out, or the text of an answer that is no JSON. Say what it is, and it can be used:
   * `const { id } = await ask<{ id: string }>('/api/users')`.
   * @throws with the answer when that is no success
   */
  ask<Answer = unknown>(path: string, request?: Ask): Promise<Answer>
  /** A page in a new browser, closed after the arrangement; its context has separate cookies. */
  page(): Promise<Page>
  /**
   * Plugs a security key into the page's browser, which touches itself when it is asked. What it answers tells what the key was
   * registered by afterwards: that is the arrangement's `securityKey`.
   */
  plugInKey(page: Page): Promise<() => Promise<KeyCredential>>
  /** The code that an authenticator app shows now for a Base32 secret. */
  codeOf(secret: string): Promise<string>
  /**
   * A `signIn` that makes a browser the person's, with what the browser of a page keeps by now: cookies, and what the scripts of the
   * page have stored.
   */
  sameSession(page: Page): Promise<(context: BrowserContext) => Promise<void>>
  /**
   * The identity provider. The bundled one gets an account for the address each time it is asked for; arrangements that do
   * not bring a provider have one for their own address.
   * @param consented whether the person has consented to the deployment's application before; default: true
   */
  provider(email: string, consented?: boolean): Promise<Provider | undefined>
}

export interface Ask {
  /** Default: POST with a body, else GET. */
  method?: string | undefined
  /** Sent as JSON. */
  body?: unknown
  /** Fields of a form, in place of `body`. */
  form?: Record<string, string> | undefined
  bearer?: string | undefined
  headers?: Record<string, string> | undefined
  /** Asks as this page's browser: with its cookies, which it keeps up to date, and with the deployment's own `Origin`. */
  as?: Page | undefined
}

/** Keeps the types of what `start` passes on; Doorstep reads and validates the profile when a check begins. */
export const defineDeployment = <Data extends Json = null>(deployment: Deployment<Data>): Deployment<Data> =>
  deployment
