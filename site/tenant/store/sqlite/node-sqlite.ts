import { chmodSync, closeSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { StoreAwayError } from '../store-error.ts'

/** Nobody else on the machine may read accounts and mails. */
const OWNER_ONLY = 0o600

/** How long another process may take to leave the file: on a busy machine, making the tables takes a second or two. */
const PATIENCE_MS = 5_000

/**
 * Result codes of SQLite (https://www.sqlite.org/rescode.html) for a disk that is full, fails, or has become read-only, and what to do.
 * A statement may succeed later.
 */
const AWAY: Readonly<Record<number, string>> = {
  8: 'the file is read-only. Make it writable',
  10: 'the disk failed, or is full. Look at its room and its health',
  13: 'the disk is full. Make room',
  14: 'the file can’t be opened. Look at its folder and its permissions',
}

/** Does something with the file. @throws {StoreAwayError} where the disk is at fault */
function onDisk<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    // An extended code has the primary one in its lowest byte.
    const why = AWAY[((cause as { errcode?: number }).errcode ?? 0) & 0xff]
    if (why === undefined) throw cause
    throw new StoreAwayError(`${file} can't be used just now: ${why}.`, { cause })
  }
}

/** How many statements are kept prepared; those with lists of values are many. */
const MOST_PREPARED = 300

/** When a commit fails, SQLite may have rolled back already; then there is nothing left to do. */
const isDone = (sql: string, database: DatabaseSync) =>
  /^\s*rollback\s*$/i.test(sql) && !database.isTransaction

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
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      const statement = prepared.get(sql) ?? prepare(sql, database, file)
      // The map is in the order of last use.
      prepared.delete(sql)
      prepared.set(sql, statement)
      const [oldest = ''] = prepared.keys()
      if (prepared.size > MOST_PREPARED) prepared.delete(oldest)
      return statement
    },
  }
}

function prepare(sql: string, database: DatabaseSync, file: string): SqliteStatement {
  const statement = database.prepare(sql)
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => onDisk(file, () => statement.all(...values(parameters))),
    run: (parameters) =>
      isDone(sql, database)
        ? { changes: 0, lastInsertRowid: 0 }
        : onDisk(file, () => statement.run(...values(parameters))),
    // Reading row by row keeps a statement busy, so it gets one of its own.
    iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
  }
}
