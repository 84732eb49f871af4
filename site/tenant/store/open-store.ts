import type { Kysely } from 'kysely'
import type { Feed } from './feed.ts'
import type { Vault } from './open-vault.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import type { Schema } from './schema.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Around } from './surround.ts'

export type Database = Kysely<Schema>

export interface Store {
  db: Database
  feed: Feed
  vault: Vault
  close(): Promise<void>
}

export interface StoreOptions {
  /** Where the file and the key of the vault lie; `':memory:'` keeps nothing. */
  folder: string
  /** `postgres://…`: the rows are there, and not in the folder. */
  databaseUrl?: string | undefined
  /** Lets tests stand between the queries and the database. */
  around?: Around | undefined
}

/**
 * Opens the store, and brings its tables to what they are today.
 * @throws {StoreError} when the folder can't be made or written, PostgreSQL can't be used, or either belongs to a newer version
 *   (ENEWER)
 */
export const openStore = ({ databaseUrl, ...options }: StoreOptions): Promise<Store> =>
  databaseUrl === undefined ? openSqlite(options) : openPostgres({ ...options, databaseUrl })
