import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'
import { type Columns, createTable } from './columns.ts'

/** The tables as they were when migrations began. A migration is never changed: each later change has a new file. */
const tables: Record<string, Columns> = {
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
const unique: Record<string, string[]> = {
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

const indexed = ['visits', 'challenges', 'mailed_links']

/** Begins: tables that a store without migrations has in just this shape stay as they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) await dropOtherShapes(db)
  for (const [name, columns] of Object.entries(tables)) await createTable(db, name, columns, unique[name])
  for (const table of indexed)
    await db.schema.createIndex(`${table}_of_sandbox`).ifNotExists().on(table).column('sandbox_id').execute()
}

/**
 * Stores from before migrations have no version. If a table has other columns than here, it is unknown what its rows
 * mean, so all of that store goes; it held sandboxes, which come and go anyway, and belongs to no release.
 */
async function dropOtherShapes(db: Kysely<unknown>): Promise<void> {
  const found = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely_'))
  const isHere = ({ name, columns }: (typeof found)[number]) =>
    listed(columns.map((column) => column.name)) === listed(Object.keys(tables[name] ?? {}))
  if (found.every(isHere)) return
  // Such stores were SQLite's alone. The youngest table goes first: others may hang on those that are older.
  const { rows } = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'table' order by rowid desc`.execute(db)
  for (const { name } of rows)
    if (found.some((each) => each.name === name)) await db.schema.dropTable(name).execute()
}

const listed = (names: string[]) => names.sort().join()
