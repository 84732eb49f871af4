import { chmodSync, closeSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Nobody else on the machine may read accounts and mails. */
const OWNER_ONLY = 0o600

/** How long another process may take to leave the file. */
const PATIENCE_MS = 2_000

/**
 * Lets Kysely's own SQLite dialect, made for better-sqlite3, speak to the SQLite that is built into Node: only the
 * shape of the statements differs.
 * @throws the system's error when the file can't be opened; SQLite's when it is no database, or another process has it
 */
export function openNodeSqlite(file: string): SqliteDatabase {
  // SQLite gives the files it makes next to this one the same mode.
  if (file !== ':memory:') closeSync(openSync(file, 'a', OWNER_ONLY))
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS })
  if (file !== ':memory:') chmodSync(file, OWNER_ONLY)
  // The lock ends with the process, however that ends.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON')
  database.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT')
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql)
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}
