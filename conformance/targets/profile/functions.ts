import type { BrowserContext, Page } from '@playwright/test'
import type { Account, Arrangement, KeyCredential, Mail, Provider } from '../target.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

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
