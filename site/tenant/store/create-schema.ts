import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

type Column = ColumnDataType | 'key' | 'nullable text' | 'nullable bigint' | 'sandbox' | 'account' | 'visit'

/** Column types by table; portable between SQLite and PostgreSQL. `sandbox`, `account` and `visit` die with their owner. */
const tables: { [T in keyof Schema]: { [C in keyof Schema[T]]: Column } } = {
  sandboxes: {
    id: 'key',
    key_hash: 'text',
    tenant_name: 'text',
    clock_offset: 'bigint',
    created_at: 'bigint',
    used_at: 'bigint',
  },
  accounts: {
    id: 'key',
    sandbox_id: 'sandbox',
    email: 'text',
    handle: 'text',
    password_hash: 'nullable text',
    former_hash: 'nullable text',
    role: 'text',
    added_at: 'bigint',
    verified_at: 'nullable bigint',
    access_ends_at: 'nullable bigint',
  },
  mailed_links: {
    token_hash: 'key',
    purpose: 'text',
    sandbox_id: 'sandbox',
    account_id: 'account',
    issued_at: 'bigint',
    used_at: 'nullable bigint',
    replaced_at: 'nullable bigint',
  },
  remembered_devices: { token_hash: 'key', account_id: 'account', issued_at: 'bigint' },
  visits: {
    token_hash: 'key',
    sandbox_id: 'sandbox',
    account_id: 'nullable text',
    email: 'text',
    stage: 'text',
    purpose: 'text',
    confirmed_at: 'nullable bigint',
    pending_secret: 'nullable text',
    pending_key: 'nullable text',
    started_at: 'bigint',
    seen_at: 'bigint',
  },
  attempts: { sandbox_id: 'sandbox', kind: 'text', subject: 'text', failures: 'integer', last_at: 'bigint' },
  authenticator_apps: { account_id: 'account', secret: 'text', last_step: 'bigint' },
  security_keys: {
    sandbox_id: 'sandbox',
    credential_id: 'text',
    account_id: 'account',
    public_key: 'text',
    counter: 'bigint',
    transports: 'text',
    name: 'text',
    added_at: 'bigint',
  },
  challenges: {
    challenge: 'key',
    visit_hash: 'text',
    sandbox_id: 'sandbox',
    purpose: 'text',
    issued_at: 'bigint',
    used_at: 'nullable bigint',
  },
  mails: {
    sandbox_id: 'sandbox',
    n: 'integer',
    sender: 'text',
    recipient: 'text',
    subject: 'text',
    html: 'text',
    text: 'text',
    links: 'text',
    raw: 'text',
    received_at: 'bigint',
  },
  events: { sandbox_id: 'sandbox', n: 'integer', body: 'text' },
  audit_entries: {
    sandbox_id: 'sandbox',
    n: 'integer',
    at: 'bigint',
    actor: 'text',
    what: 'text',
    about: 'text',
  },
  sign_in_links: { token_hash: 'key', sandbox_id: 'sandbox', account_id: 'account', issued_at: 'bigint' },
  sso_connections: {
    sandbox_id: 'sandbox',
    method: 'text',
    client_id: 'text',
    discovery_url: 'nullable text',
    directory_id: 'nullable text',
    sealed_secret: 'nullable text',
    keeper_id: 'nullable text',
    saved_at: 'bigint',
  },
  sso_logins: {
    state_hash: 'key',
    sandbox_id: 'sandbox',
    browser_hash: 'text',
    issuer: 'text',
    client_id: 'text',
    nonce: 'text',
    verifier: 'nullable text',
    issued_at: 'bigint',
    used_at: 'nullable bigint',
    refusal: 'nullable text',
  },
  sso_identities: {
    id: 'key',
    sandbox_id: 'sandbox',
    account_id: 'account',
    issuer: 'text',
    subject: 'text',
  },
  sso_sessions: {
    visit_hash: 'visit',
    sandbox_id: 'sandbox',
    issuer: 'text',
    subject: 'text',
    sid: 'nullable text',
  },
}

/** What may exist only once. */
const unique: { [T in keyof Schema]?: (keyof Schema[T] & string)[] } = {
  accounts: ['sandbox_id', 'email'],
  attempts: ['sandbox_id', 'kind', 'subject'],
  authenticator_apps: ['account_id'],
  security_keys: ['sandbox_id', 'credential_id'],
  mails: ['sandbox_id', 'n'],
  events: ['sandbox_id', 'n'],
  audit_entries: ['sandbox_id', 'n'],
  sso_connections: ['sandbox_id'],
  sso_identities: ['account_id'],
}

function addColumn(table: CreateTableBuilder<string>, name: string, column: Column) {
  switch (column) {
    case 'key':
      return table.addColumn(name, 'text', (c) => c.primaryKey())
    case 'nullable text':
      return table.addColumn(name, 'text')
    case 'nullable bigint':
      return table.addColumn(name, 'bigint')
    case 'sandbox':
      return table.addColumn(name, 'text', (c) => c.notNull().references('sandboxes.id').onDelete('cascade'))
    case 'account':
      return table.addColumn(name, 'text', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
    case 'visit':
      return table.addColumn(name, 'text', (c) =>
        c.primaryKey().references('visits.token_hash').onDelete('cascade').onUpdate('cascade'),
      )
    default:
      return table.addColumn(name, column, (c) => c.notNull())
  }
}

/** Creates the tables that do not exist yet; safe to run at every start. */
export async function createSchema(db: Kysely<Schema>): Promise<void> {
  for (const [name, columns] of Object.entries(tables)) {
    const empty: CreateTableBuilder<string> = db.schema.createTable(name).ifNotExists()
    const table = Object.entries(columns).reduce((t, [c, column]) => addColumn(t, c, column), empty)
    const once = unique[name as keyof Schema]
    await (once ? table.addUniqueConstraint(`${name}_once`, once as never) : table).execute()
  }
  for (const table of ['visits', 'challenges', 'mailed_links'] as const)
    await db.schema.createIndex(`${table}_of_sandbox`).ifNotExists().on(table).column('sandbox_id').execute()
}
