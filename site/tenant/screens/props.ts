import type { AuditDeed } from '../audit.ts'
import type { Holder } from '../clauses/list.ts'
import type { Role } from '../roles.ts'
import type { Section } from './not-here.tsx'

export interface UserRow {
  id: string
  email: string
  role: Role
  status: 'Pending Verification' | 'Verified'
  /** The last day of temporary access, as YYYY-MM-DD. */
  until?: string
  /** How many sessions there are now. */
  sessions?: number
}

export interface AuditRow {
  n: number
  /** ms since 1970 */
  at: number
  actor: string
  what: AuditDeed
  about: string
}

/** What the pane of the login's settings holds. A client secret is never in it. */
export interface SsoForm {
  clientId?: string
  discoveryUrl?: string
  directoryId?: string
  /** Whether a client secret is kept. */
  hasSecret?: boolean
  /** Whether a provider is in force already. */
  inForce?: boolean
  callback?: string
  backChannelLogout?: string
  /** Address of the Administrator who keeps 1Secure Authentication. */
  keeper?: string
  /** Whether the kept secret shall go. */
  forgetSecret?: boolean
  /** Whether everybody shall be found by address again. */
  relink?: boolean
  /** Whether the disclosure is open. */
  open?: boolean
}

/** Something that was found at a managed organization. */
export interface AlertRow {
  id: string
  what: string
  where: string
  when: string
  level: 'high' | 'medium' | 'low'
  /** Address of who has dealt with it. */
  by?: string
}

/** A second factor of an account. */
export interface MethodRow {
  /** `authenticator-app`, or the id of a security key. */
  id: string
  name: string
  /** ms since 1970 */
  addedAt?: number
}

/** A session of an account; times in ms since 1970. */
export interface SessionRow {
  id: string
  startedAt: number
  seenAt: number
  /** The one that asks. */
  own: boolean
}

/** What a screen is told. Everything may be left out: then it shows an example of itself. */
export interface ScreenProps {
  /** What the addresses of forms and links begin with: `/t/<sandbox>`. */
  base?: string
  /** Where the form is sent, below `base`, where a screen serves more than one. */
  action?: string
  /** What went wrong, or what the screen has to say; shown at the field it concerns. */
  message?: string
  /** Name of the field that the message concerns, where it is not the first. */
  at?: string
  /** The address that was typed. */
  email?: string
  tenantName?: string
  /** Data URL of the QR code for the authenticator app. */
  qr?: string
  /** Base32; shown as text when asked for. */
  secret?: string
  /** Of the page of clauses. */
  rules?: Holder[]
  /** Whether this device shall be remembered. */
  remember?: boolean
  alerts?: AlertRow[]
  /** Whether the person may deal with alerts. */
  modifies?: boolean
  methods?: MethodRow[]
  sessions?: SessionRow[]
  /** Whether the person has just proved again who they are, so that the account may be changed. */
  confirmed?: boolean
  /** Whether the person logs in by the organization's provider alone. */
  byProvider?: boolean
  /** What was typed as the key's name. */
  keyName?: string
  /** Whether the message of a page after the login tells of something wrong, or only tells. */
  tone?: 'wrong' | 'note'
  /** The authentication method in force. */
  method?: string
  /** Which entry of the left pane has no page of its own. */
  section?: Section
  users?: UserRow[]
  user?: UserRow
  /** What was typed as the addresses of those to be added. */
  addresses?: string
  /** The role that is chosen. */
  role?: Role
  /** Of the audit log, newest first. */
  entries?: AuditRow[]
  sso?: SsoForm
  /** In an SSO tenant: by which of the two ways the address leads on. */
  way?: 'provider' | 'password'
  /** Whether the provider's own logout is offered. */
  leavesProvider?: boolean
  /** The provider's host, and the address there that the person is on the way to. */
  provider?: string
  providerUrl?: string
}
