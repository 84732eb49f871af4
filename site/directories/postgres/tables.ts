import { type ColumnType, type Generated, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the provider keeps in PostgreSQL. What is `sealed` needs the key of the vault to be read. */
export interface ProviderTables {
  idp_directories: {
    id: string
    /** In which order they were added. */
    place: Generated<number>
    kind: string
    realm: string
    domains: string[]
    app_ids: string[]
    /** Counts what was written, so that a process knows whether what it has is still so. */
    version: ColumnType<number, number, number>
    sealed: string
  }
  idp_keys: { name: string; sealed: string }
  idp_artifacts: {
    key: string
    owner: string
    expires: number | null
    grant_id: string | null
    uid: string | null
    /** When it was spent: a column, so that one statement can decide it. */
    consumed: number | null
    sealed: string
  }
}

export type ProviderDatabase = Kysely<ProviderTables>

const text = sql`text collate "C"`

export const migrations: Record<string, Migration> = {
  '0001-provider': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('idp_directories')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('place', 'bigserial', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('realm', text, (c) => c.notNull())
        .addColumn('domains', sql`text[]`, (c) => c.notNull())
        .addColumn('app_ids', sql`text[]`, (c) => c.notNull())
        .addColumn('version', 'bigint', (c) => c.notNull())
        .addColumn('sealed', 'text', (c) => c.notNull())
        .execute()
      for (const column of ['domains', 'app_ids'])
        await db.schema
          .createIndex(`idp_directories_${column}`)
          .on('idp_directories')
          .using('gin')
          .column(column)
          .execute()
      await db.schema
        .createTable('idp_keys')
        .addColumn('name', text, (c) => c.primaryKey())
        .addColumn('sealed', 'text', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('idp_artifacts')
        .addColumn('key', text, (c) => c.primaryKey())
        .addColumn('owner', text, (c) => c.notNull())
        .addColumn('expires', 'bigint')
        .addColumn('grant_id', text)
        .addColumn('uid', text)
        .addColumn('consumed', 'bigint')
        .addColumn('sealed', 'text', (c) => c.notNull())
        .execute()
      const indexes = { owner: ['owner', 'expires'], grant: ['grant_id'], uid: ['uid'] }
      for (const [name, columns] of Object.entries(indexes))
        await db.schema.createIndex(`idp_artifacts_${name}`).on('idp_artifacts').columns(columns).execute()
    },
  },
}
