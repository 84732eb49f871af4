import type { Selectable } from 'kysely'
import type { AlertId } from '../alerts.ts'
import type { AuditAction } from '../audit.ts'

/** The tables of sandboxes and of what happens in them; times as in the others. */
export interface SandboxTables {
  sandboxes: SandboxTable
  mails: MailTable
  events: EventTable
  exchanges: ExchangeTable
  audit_entries: AuditEntryTable
  handled_alerts: HandledAlertTable
  vault_checks: VaultCheckTable
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

/** What an event of the wire tells of; once at most. */
interface ExchangeTable {
  sandbox_id: string
  /** Number of the event. */
  n: number
  /** JSON of an Exchange, sealed for the sandbox */
  sealed: string
}

interface AuditEntryTable {
  sandbox_id: string
  /** Counts from 1 in each sandbox. */
  n: number
  at: number
  /** Address of who did it. */
  actor: string
  what: AuditAction
  /** Whom or what it concerns; empty where there is nothing to say. */
  about: string
}

/** An alert that was handled; each once. */
interface HandledAlertTable {
  sandbox_id: string
  alert: AlertId
  /** Address of who has. */
  by: string
  at: number
}

/** One row in PostgreSQL; none in SQLite, whose vault nobody shares. */
interface VaultCheckTable {
  id: 'key'
  /** A known word, sealed by the vault. */
  sealed: string
}

export type HandledAlert = Selectable<HandledAlertTable>
export type Sandbox = Selectable<SandboxTable>
export type Mail = Selectable<MailTable>
export type AuditEntry = Selectable<AuditEntryTable>
