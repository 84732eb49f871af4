import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { Feed } from './feed.ts'
import { migrate, NewerStoreError } from './migrate.ts'
import { openNodeSqlite } from './node-sqlite.ts'
import { openVault, type Vault, VaultError } from './open-vault.ts'
import type { Schema } from './schema.ts'

const FILE = 'doorstep.sqlite'

export type Database = Kysely<Schema>

export interface Store {
  db: Database
  feed: Feed
  vault: Vault
  close(): Promise<void>
}

interface StoreOptions {
  folder: string
  between?: (sqlite: SqliteDatabase) => SqliteDatabase
}

/** The store can't be used; `code` is the system's (EACCES, ENOTDIR, EROFS) or SQLite's. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Opens the store, and brings its tables to what they are today.
 * @param options.folder where the file lies; `':memory:'` keeps everything in memory
 * @param options.between lets tests stand between the queries and SQLite
 * @throws {StoreError} when the folder can't be made or written, or belongs to a newer version (ENEWER)
 */
export async function openStore({ folder, between = (sqlite) => sqlite }: StoreOptions): Promise<Store> {
  try {
    const file = folder === ':memory:' ? folder : join(await writable(folder), FILE)
    const bare = new Kysely<unknown>({
      dialect: new SqliteDialect({ database: between(openNodeSqlite(file)) }),
    })
    await migrate(bare)
    const db = bare as unknown as Database
    const vault = await openVault(folder === ':memory:' ? undefined : folder)
    return { db, feed: new Feed(), vault, close: () => db.destroy() }
  } catch (cause) {
    const { code = 'EUNKNOWN', message } = cause as NodeJS.ErrnoException
    throw new StoreError(
      code,
      `The data folder "${folder}" can't be used (${message}). ${adviceFor(cause, folder)}, or name another folder.`,
      { cause },
    )
  }
}

/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
const BUSY = 5
const CORRUPT = 11
const NOT_A_DATABASE = 26

function adviceFor(cause: unknown, folder: string): string {
  if (cause instanceof NewerStoreError) return 'Take the newer version that wrote it'
  if (cause instanceof VaultError) return 'Do that'
  const code = (cause as { errcode?: number }).errcode
  if (code === BUSY) return 'Another Doorstep uses it: stop that one'
  if (code === CORRUPT || code === NOT_A_DATABASE)
    return `Restore ${join(folder, FILE)} from a backup, or move it away: then everything begins anew`
  return 'Make it writable'
}

async function writable(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await access(folder, constants.W_OK)
  return folder
}
