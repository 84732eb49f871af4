import type { BrowserContext } from '@playwright/test'
import type { Capability } from '../../machines/flow.ts'

/** A deployment under check, as the drivers see it. Everything that differs between deployments is behind this. */
export interface Target {
  /** As it is called in a report. */
  name: string
  /** Where the login page is, without a path: `https://1secure.example.com`. */
  url: string
  capabilities: readonly Capability[]
  /** How long a screen may take to appear, in milliseconds. */
  patience: number
  /**
   * Makes true what is `given` before a flow begins, in a world that no other path shares.
   * @throws when the deployment refuses; that is the set-up's fault, not the behaviour's
   */
  arrange(flow: string, given: string): Promise<Arrangement>
}

/** One path's own world at the target. */
export interface Arrangement {
  account: Account
  mailbox?: Mailbox
  clock: Clock
  /** The tenant link: where a person who knows no other address begins. */
  url: string
  /** Gives a browser context what it needs to be in this world, where the address alone does not. */
  enter?(context: BrowserContext): Promise<void>
  /** Address of the protected page. */
  dashboard: string
  /** Whether the target itself says that a session exists for a request with these headers; absent where it cannot be asked. */
  sessionExists?(headers: { cookie: string }): Promise<boolean>
  /** Gives the world back. */
  leave(): Promise<void>
}

/** The person who logs in. */
export interface Account {
  email: string
  password: string
  /** Base32 secret of an authenticator app that is enrolled already. */
  totpSecret?: string | undefined
  /** A security key that is registered already. */
  securityKey?: KeyCredential | undefined
}

/** What the virtual authenticator must know to answer for a registered key; base64, as the DevTools protocol wants it. */
export interface KeyCredential {
  credentialId: string
  /** PKCS#8. */
  privateKey: string
  rpId: string
  userHandle?: string
  signCount: number
}

/** Where the mail for the account arrives. */
export interface Mailbox {
  /** How many mails have arrived. */
  count(): Promise<number>
  newest(): Promise<Mail | undefined>
}

export interface Mail {
  subject: string
  html: string
}

/** The target's time. Real deployments have none that could be moved. */
export interface Clock {
  /** Milliseconds since 1970, at the target. */
  now(): Promise<number>
  /** Moves the target's time; without it one has to wait. */
  advance?(seconds: number): Promise<void>
}
