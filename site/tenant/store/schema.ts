import type { Selectable } from 'kysely'
import type { AuditDeed } from '../audit.ts'
import type { Role } from '../roles.ts'
import type { Stage } from '../stages.ts'
import type { SsoTables } from './sso-schema.ts'

/** All times are milliseconds since 1970 on the sandbox's own clock, but those of `sandboxes`, which are real. */
export interface Schema extends SsoTables {
  sandboxes: SandboxTable
  accounts: AccountTable
  mailed_links: MailedLinkTable
  remembered_devices: RememberedDeviceTable
  visits: VisitTable
  attempts: AttemptTable
  authenticator_apps: AuthenticatorAppTable
  security_keys: SecurityKeyTable
  challenges: ChallengeTable
  mails: MailTable
  events: EventTable
  audit_entries: AuditEntryTable
  sign_in_links: SignInLinkTable
}

interface SandboxTable {
  id: string
  /** SHA-256 of the key that the control API asks for. */
  key_hash: string
  tenant_name: string
  /** How far the sandbox's clock is ahead of the real one. */
  clock_offset: number
  created_at: number
  used_at: number
}

interface AccountTable {
  id: string
  sandbox_id: string
  email: string
  /** Random; what a security key knows the account by (WebAuthn section 14.6.1: no personal data). */
  handle: string
  /** PHC string of Argon2id; null until the account is activated. */
  password_hash: string | null
  /** The password before a reset, kept only until the first login with the new one; it opens nothing. */
  former_hash: string | null
  role: Role
  added_at: number
  /** When the person activated the account; null: Pending Verification. */
  verified_at: number | null
  /** When temporary access ends; null: it doesn't. */
  access_ends_at: number | null
}

interface MailedLinkTable {
  token_hash: string
  purpose: 'activate' | 'reset'
  sandbox_id: string
  account_id: string
  issued_at: number
  used_at: number | null
  /** When a newer link took its place. */
  replaced_at: number | null
}

/** A browser that isn't asked for the second factor for a while. */
interface RememberedDeviceTable {
  token_hash: string
  account_id: string
  issued_at: number
}

/** A visitor's way through the login: half-way, or in. Ended visits are deleted. */
interface VisitTable {
  token_hash: string
  sandbox_id: string
  /** Null for an address that nobody registered. */
  account_id: string | null
  email: string
  stage: Stage
  /** Where the way leads: into the product, to a mail with a reset link, or back to the account's page. */
  purpose: 'log-in' | 'reset' | 'account'
  /** When the person, logged in, last proved again who they are (ASVS 5.0 7.5.1). */
  confirmed_at: number | null
  /** The secret shown as a QR code, not yet confirmed by a code. */
  pending_secret: string | null
  /** JSON of a security key that is registered but not yet named. */
  pending_key: string | null
  started_at: number
  seen_at: number
}

/** Consecutive failures per kind of secret and address; kept for unknown addresses as well, so that both look alike. */
export interface AttemptTable {
  sandbox_id: string
  kind: 'password' | 'code' | 'mail'
  subject: string
  failures: number
  last_at: number
}

interface AuthenticatorAppTable {
  account_id: string
  /** Base32. */
  secret: string
  /** The latest time step whose code was accepted (RFC 6238 section 5.2). */
  last_step: number
}

interface SecurityKeyTable {
  sandbox_id: string
  /** base64url */
  credential_id: string
  account_id: string
  /** COSE key, base64url */
  public_key: string
  counter: number
  /** JSON array */
  transports: string
  name: string
  added_at: number
}

export interface ChallengeTable {
  challenge: string
  visit_hash: string
  sandbox_id: string
  purpose: 'register' | 'authenticate'
  issued_at: number
  used_at: number | null
}

interface MailTable {
  sandbox_id: string
  /** Counts from 1 in each sandbox. */
  n: number
  sender: string
  recipient: string
  subject: string
  html: string
  text: string
  /** JSON array of `{ label, href }` */
  links: string
  raw: string
  received_at: number
}

interface EventTable {
  sandbox_id: string
  /** Counts from 1 in each sandbox. */
  n: number
  /** JSON of a TenantEvent */
  body: string
}

interface AuditEntryTable {
  sandbox_id: string
  /** Counts from 1 in each sandbox. */
  n: number
  at: number
  /** Address of who did it. */
  actor: string
  what: AuditDeed
  /** Whom or what it concerns; empty where there is nothing to say. */
  about: string
}

/** Handed out by the control API only. */
interface SignInLinkTable {
  token_hash: string
  sandbox_id: string
  account_id: string
  issued_at: number
}

export type Sandbox = Selectable<SandboxTable>
export type Account = Selectable<AccountTable>
export type MailedLink = Selectable<MailedLinkTable>
export type RememberedDevice = Selectable<RememberedDeviceTable>
export type Visit = Selectable<VisitTable>
export type AuthenticatorApp = Selectable<AuthenticatorAppTable>
export type SecurityKey = Selectable<SecurityKeyTable>
export type Mail = Selectable<MailTable>
export type AuditEntry = Selectable<AuditEntryTable>
export type SignInLink = Selectable<SignInLinkTable>
