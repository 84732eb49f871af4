import type { AccountTables } from './account-schema.ts'
import type { SandboxTables } from './sandbox-schema.ts'
import type { SessionTables } from './session-schema.ts'
import type { SsoTables } from './sso-schema.ts'

export type { Account, AuthenticatorApp, MailedLink, SecurityKey, SignInLink } from './account-schema.ts'
export type { AuditEntry, Mail, Sandbox } from './sandbox-schema.ts'
export type { AttemptTable, ChallengeTable, RememberedDevice, Visit } from './session-schema.ts'

/** All times are milliseconds since 1970 on the sandbox's own clock, but those of `sandboxes`, which are real. */
export interface Schema extends SandboxTables, AccountTables, SessionTables, SsoTables {}
