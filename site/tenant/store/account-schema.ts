import type { Selectable } from 'kysely'
import type { Role } from '../roles.ts'

/** The tables of accounts and of what they are opened by. */
export interface AccountTables {
  accounts: AccountTable
  mailed_links: MailedLinkTable
  authenticator_apps: AuthenticatorAppTable
  security_keys: SecurityKeyTable
  sign_in_links: SignInLinkTable
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

/** Handed out by the control API only. */
interface SignInLinkTable {
  token_hash: string
  sandbox_id: string
  account_id: string
  issued_at: number
}

export type Account = Selectable<AccountTable>
export type MailedLink = Selectable<MailedLinkTable>
export type AuthenticatorApp = Selectable<AuthenticatorAppTable>
export type SecurityKey = Selectable<SecurityKeyTable>
export type SignInLink = Selectable<SignInLinkTable>
