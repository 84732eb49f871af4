import type { Selectable } from 'kysely'
import type { SsoMethod } from '../rules/sso-settings.ts'

/** The tables of single sign-on; times as in the others. */
export interface SsoTables {
  sso_connections: SsoConnectionTable
  sso_logins: SsoLoginTable
  sso_identities: SsoIdentityTable
  sso_sessions: SsoSessionTable
  sso_logouts: SsoLogoutTable
  logout_tokens: LogoutTokenTable
}

/** The provider in force; without a row it is 1Secure Authentication. */
interface SsoConnectionTable {
  sandbox_id: string
  method: SsoMethod
  client_id: string
  /** Address of the metadata; null where Entra's directory is not known. */
  discovery_url: string | null
  /** Entra's Directory (tenant) ID. */
  directory_id: string | null
  /** The client secret, sealed by the vault. */
  sealed_secret: string | null
  /** The Administrator who saved it, and keeps 1Secure Authentication for emergencies. */
  keeper_id: string | null
  saved_at: number
}

/** A login that has left for the provider. */
interface SsoLoginTable {
  state_hash: string
  sandbox_id: string
  /** SHA-256 of what the browser that began it keeps in a cookie. */
  browser_hash: string
  issuer: string
  client_id: string
  nonce: string
  /** RFC 7636; null where the answer is an ID token through the browser. */
  verifier: string | null
  issued_at: number
  used_at: number | null
  /** Why the login was refused. */
  refusal: string | null
  /** A login, or only the proof that the person who is logged in is still the same. */
  purpose: 'log-in' | 'account'
  /** The account whose person has proved that; spent by the session. */
  confirmed_id: string | null
}

/** A person at a provider ↔ an account; each is linked once. */
interface SsoIdentityTable {
  /** SHA-256 of sandbox, issuer and subject. */
  id: string
  sandbox_id: string
  account_id: string
  issuer: string
  subject: string
}

/** Which session at the provider a session comes from; it ends with the session. */
interface SsoSessionTable {
  visit_hash: string
  sandbox_id: string
  issuer: string
  /** `sub` and `sid` as the ID token has them. */
  subject: string
  sid: string | null
  /** The ID token, sealed by the vault: the hint of who leaves when the provider is left too. */
  sealed_id_token: string | null
}

/** A person who has logged out here, and may be about to log out at the provider too. */
interface SsoLogoutTable {
  /** SHA-256 of what the browser keeps in a cookie. */
  browser_hash: string
  sandbox_id: string
  issuer: string
  sealed_id_token: string | null
  /** Null until the provider's logout is asked for. */
  state_hash: string | null
  issued_at: number
}

/** A logout token that was believed already. */
interface LogoutTokenTable {
  /** SHA-256 of sandbox, issuer and `jti`. */
  id: string
  sandbox_id: string
  seen_at: number
}

export type SsoConnection = Selectable<SsoConnectionTable>
export type SsoLogin = Selectable<SsoLoginTable>
export type SsoIdentity = Selectable<SsoIdentityTable>
export type SsoSession = Selectable<SsoSessionTable>
export type SsoLogout = Selectable<SsoLogoutTable>
