import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { Feed } from '../feed.ts'
import { migrate, NewerStoreError } from '../migrate.ts'
import type { Store, StoreOptions } from '../open-store.ts'
import { openVault, VaultError } from '../open-vault.ts'
import { StoreError } from '../store-error.ts'
import { surround } from '../surround.ts'
import { openNodeSqlite } from './node-sqlite.ts'

const FILE = 'doorstep.sqlite'

/**
 * The store in a file of this folder, or in memory.
 * @throws {StoreError} when the folder can't be made or written, or belongs to a newer version (ENEWER)
 */
export async function openSqlite({
  folder,
  around = (query, run) => run(query),
}: Omit<StoreOptions, 'databaseUrl'>): Promise<Store> {
  try {
    const file = folder === ':memory:' ? folder : join(await writable(folder), FILE)
    const bare = new Kysely<unknown>({
      dialect: surround(new SqliteDialect({ database: openNodeSqlite(file) }), around),
    })
    await migrate(bare)
    const db = bare as unknown as Store['db']
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
