import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { cannotUseFolder, IN_MEMORY, openVaultIn } from '../data-folder.ts'
import { Feed } from '../feed.ts'
import { migrate, NewerStoreError } from '../migrate.ts'
import type { Store, StoreOptions } from '../open-store.ts'
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
  const vault = await openVaultIn(folder)
  try {
    const file = folder === IN_MEMORY ? folder : join(folder, FILE)
    const bare = new Kysely<unknown>({
      dialect: surround(new SqliteDialect({ database: openNodeSqlite(file) }), around),
    })
    await migrate(bare)
    const db = bare as unknown as Store['db']
    return { db, feed: new Feed(), vault, close: () => db.destroy() }
  } catch (cause) {
    throw cannotUseFolder(folder, cause, adviceFor(cause, folder))
  }
}

/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
const BUSY = 5
const CORRUPT = 11
const NOT_A_DATABASE = 26

function adviceFor(cause: unknown, folder: string): string | undefined {
  if (cause instanceof NewerStoreError) return 'Take the newer version that wrote it'
  const code = (cause as { errcode?: number }).errcode
  if (code === BUSY) return 'Another Doorstep uses it: stop that one'
  if (code === CORRUPT || code === NOT_A_DATABASE)
    return `Restore ${join(folder, FILE)} from a backup, or move it away: then it starts with an empty store`
  return undefined
}
