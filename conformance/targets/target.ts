import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { AuthenticatorApp } from '../../machines/devices/authenticator-app.ts'
import type { KeyCredential } from '../../machines/devices/security-key.ts'
import type { Capability } from '../../machines/model/event.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Credentials } from '../../machines/model/perform.ts'
import type { Values } from '../../machines/model/values.ts'
import type { Acceptance } from '../report/acceptance.ts'
import type { Documented } from './documented.ts'
import type { HeaderField } from './mailboxes/header.ts'
import type { Interlude, Overrides } from './overrides.ts'
import type { OwnPages } from './own-pages.ts'

export type { KeyCredential }

/** A deployment under check, as the drivers see it. Everything that differs between deployments is behind this. */
export interface Target {
  /** As it is called in a report. */
  name: string
  /** Where the login page is, without a path: `https://1secure.example.com`. */
  url: string
  /** The documented procedures that it is held to. */
  packs: readonly Pack[]
  capabilities: readonly Capability[]
  /** How long a screen may take to appear, in milliseconds. */
  patience: number
  /** How long an arrangement may take, in seconds. */
  arrangeWithin?: number
  /** What the deployment's own documentation promises; what it leaves out can't be checked. */
  documented?: Documented
  /** Pages that the flows don't lead to. */
  pages?: OwnPages
  /** How screens differ from the documented ones. */
  overrides?: Overrides | undefined
  /** Origins, other than its own, whose frames are a part of its pages. */
  frames?: readonly string[] | undefined
  /** Screens that may come in between. */
  between?: readonly Interlude[] | undefined
  /** The second factor is a code in a mail. */
  mailedCode?: MailedCode | undefined
  /** The values of the model’s symbols here, where they differ. */
  values?: Values | undefined
  /** Where a token against cross-site requests is, if not in hidden fields, `meta` elements or cookies that are named so. */
  csrf?: Csrf | undefined
  /** Passwords that this deployment takes or refuses. */
  passwords?: Passwords | undefined
  /** Why the deployment does not have a flow, by its id; `undefined` where it has. */
  cannotWalk?(flow: string): string | undefined
  /** Why a given cannot be arranged here; `undefined` if it can. */
  cannotArrange?(flow: string, given: string): string | undefined
  /** Why an event cannot be sent at a transition of a flow, by their ids; `undefined` where it can. */
  cannotSend?(flow: string, event: string, transition: string): string | undefined
  /** Checks that are not made here, by their ids, and why. */
  leftOut?: Readonly<Record<string, string>>
  /** What is accepted to be otherwise. */
  acceptances?: readonly Acceptance[]
  /**
   * Arranges a `given` before a flow begins, in a session that no other path shares.
   * @param browser where pages can be opened for it
   * @throws when the deployment refuses; that is a fault of the set-up, not of the behaviour
   */
  arrange(flow: string, given: string, browser?: Browser): Promise<Arrangement>
}

/** How a deployment protects its requests against other sites (OWASP ASVS 5.0 3.5.1), as its own pages do it. */
export interface Csrf {
  /** Name of the header, or of the field, that carries the token. */
  header?: string
  field?: string
  /** Where the token comes from: a cookie (double submit), or a `meta` element of the page. */
  cookie?: string
  meta?: string
}

/** A code in a mail, as a second factor. */
export interface MailedCode {
  /** Where it is in the text or the subject of the mail: the first group, or all that matches. */
  inMail: RegExp
  /** It is asked for on a device that is new; at each login where this is left out. */
  on?: 'new-device' | undefined
}

/** What people choose for a password. */
export interface Passwords {
  strong?: string | undefined
  /** One that the deployment's rule refuses. */
  weak?: string | undefined
}

/** One path's own session at the target. */
export interface Arrangement {
  /** The flow that it was arranged for, and what was given. */
  flow?: string
  given?: string
  account: Account
  /** The person's authenticator app, where the arrangement has used it: one of its codes is spent. */
  app?: AuthenticatorApp
  mailbox?: Mailbox
  clock: Clock
  /** The tenant link: where a person begins if they know no other address. */
  url: string
  /** Gives a browser context what it needs to be in this session, where the address alone does not. */
  enter?(context: BrowserContext): Promise<void>
  /** Makes a browser context that of the person, logged in already; absent where the given does not say so. */
  signIn?(context: BrowserContext): Promise<void>
  /** Further values that people know, by name: the pack's own. */
  notes?: Readonly<Record<string, string>> | undefined
  /** Addresses of the pack beyond the entrance and the protected page, by name. */
  addresses?: Readonly<Record<string, string>> | undefined
  /** An identity provider that SSO can be configured with. */
  provider?: Provider | undefined
  /** Address of the protected page. */
  dashboard: string
  /** Whether the target itself says that a session exists for a request with these headers; absent where it cannot be asked. */
  sessionExists?(headers: BrowserHeaders, page?: Page): Promise<boolean>
  /** Whether the protected page opens; without it, it is asked for and must have the dashboard's heading. */
  dashboardOpens?(headers: BrowserHeaders, page?: Page): Promise<boolean>
  /** Gives the session back. */
  leave(): Promise<void>
}

/** What a browser sends: all cookies as their header has them, and what the product's scripts add. */
export type BrowserHeaders = Record<string, string> & { cookie: string }

/** The person who logs in. */
export interface Account {
  email: string
  /** The name that the person logs in with, where it is not the address. */
  login?: string | undefined
  password: string
  /** Base32 secret of an authenticator app that is enrolled already. */
  totpSecret?: string | undefined
  /** Recovery codes that are not spent. */
  recoveryCodes?: string[] | undefined
  /** A security key that is registered already. */
  securityKey?: KeyCredential | undefined
}

/** An identity provider that the target can trust: what an Administrator types who configures SSO, and who signs in there. */
export interface Provider {
  /** Of the application that is registered at the provider. */
  clientId: string
  clientSecret?: string | undefined
  /** Address of the discovery document. */
  discoveryUrl: string
  /** Nothing answers there. */
  deadUrl: string
  /** The document there names another issuer. */
  otherIssuerUrl: string
  /** The document of another issuer that has the same users, with the same subjects; absent where there is none. */
  anotherIssuerUrl?: string | undefined
  /** Where the target wants people to be sent back to: to be registered letter by letter. */
  redirectUri: string
  /** The user who logs in by SSO. */
  user: Credentials
  /** Has an account there, but was not added to the target. */
  stranger?: Credentials | undefined
  /** Where applications are registered, and who may do that. */
  adminCenter?: (Credentials & { url: string; tenantId: string }) | undefined
  /** Signs the user in at the provider; absent where that can't be arranged. */
  signIn?(context: BrowserContext): Promise<void>
  /** Lets the provider misbehave towards this session from now on; undefined: no longer. Absent where it always behaves. */
  misbehave?(misbehaviour: string | undefined): Promise<void>
  /**
   * Whether an application has asked for an address of the provider that ends so, in this session; where the provider can tell, since it
   * last began or ceased to misbehave. Absent where it cannot say it.
   */
  wasAsked?(endpoint: string): Promise<boolean>
}

/** Where the mail for the account arrives. */
export interface Mailbox {
  /** Every mail that has arrived, the oldest first. */
  mails(): Promise<Mail[]>
  /** The same of another address; absent where {@link mails} has the mail of every address. */
  mailsTo?(address: string): Promise<Mail[]>
  /** Why a mail to the account was refused there; absent where the mailbox does not know. */
  whyRefused?(): Promise<string | undefined>
  /** The mails that went to other addresses, in words; absent where the mailbox does not say it. */
  sentElsewhere?(): Promise<string | undefined>
}

export interface Mail {
  subject: string
  html(): Promise<string>
  /** Address of the sender; absent where the mailbox does not say it. */
  from?: string | undefined
  /** Addresses of everyone it went to, copies included. */
  to?: readonly string[] | undefined
  /** Every address that the server was given for it (RFC 5321 section 3.3), blind copies included; `undefined` where the mailbox does not say it. */
  envelope?(): Promise<readonly string[] | undefined>
  /** The fields of its header in their order; `undefined` where the mailbox does not say them. */
  header?(): Promise<readonly HeaderField[] | undefined>
  /** Its plain text part; `undefined` where it has none. Absent where the mailbox does not say it. */
  text?(): Promise<string | undefined>
}

/** The target's time. Real deployments have none that could be moved. */
export interface Clock {
  /** Milliseconds since 1970, at the target. */
  now(): Promise<number>
  /** Moves the target's time; without it, the check waits. */
  advance?(seconds: number): Promise<void>
}
