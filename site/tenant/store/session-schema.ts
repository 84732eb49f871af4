import type { Selectable } from 'kysely'
import type { Stage } from '../stages.ts'

/** The tables of logins under way and of sessions. */
export interface SessionTables {
  visits: VisitTable
  remembered_devices: RememberedDeviceTable
  challenges: ChallengeTable
  attempts: AttemptTable
}

/** A visitor's way through the login: half-way, or in. Ended visits are deleted. */
interface VisitTable {
  token_hash: string
  sandbox_id: string
  /** Null for an address that is not registered. */
  account_id: string | null
  email: string
  stage: Stage
  /** Where the way leads: into the product, or back to the account's page. */
  purpose: 'log-in' | 'account'
  /** The address for which a new password was asked for last; it may be another than the one that logs in. */
  reset_email: string | null
  /** When the person, logged in, last proved again who they are (ASVS 5.0 7.5.1). */
  confirmed_at: number | null
  /** The secret shown as a QR code, not yet confirmed by a code. */
  pending_secret: string | null
  /** JSON of a security key that is registered but not yet named. */
  pending_key: string | null
  started_at: number
  seen_at: number
}

/** A browser that isn't asked for the second factor for a while. */
interface RememberedDeviceTable {
  token_hash: string
  account_id: string
  issued_at: number
}

export interface ChallengeTable {
  challenge: string
  visit_hash: string
  sandbox_id: string
  purpose: 'register' | 'authenticate'
  issued_at: number
  used_at: number | null
}

/** Consecutive failures per kind of secret and address; kept for unknown addresses as well, so that both look alike. */
export interface AttemptTable {
  sandbox_id: string
  kind: 'password' | 'code' | 'mail'
  subject: string
  failures: number
  last_at: number
}

export type Visit = Selectable<VisitTable>
export type RememberedDevice = Selectable<RememberedDeviceTable>
