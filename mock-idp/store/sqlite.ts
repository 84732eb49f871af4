import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Directory } from '../directory/types.ts'
import type { DirectoryStore } from './directories.ts'
import type { KeyStore } from './keys.ts'
import { memoryDirectories } from './memory-directories.ts'
import { sqliteArtifacts } from './sqlite-artifacts.ts'
import { type IdpStore, StoreError } from './store.ts'

/** The version of the tables below, in SQLite's own `user_version`. */
const version = 1

/** Result code of SQLite (https://www.sqlite.org/rescode.html). */
const BUSY = 5

const tables = `
  CREATE TABLE directories (id TEXT PRIMARY KEY, place INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
  CREATE TABLE keys (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
  CREATE TABLE artifacts (
    key TEXT PRIMARY KEY, owner TEXT NOT NULL, expires INTEGER, grant_id TEXT, uid TEXT, consumed INTEGER, payload TEXT NOT NULL
  ) STRICT;
  CREATE INDEX artifacts_owner ON artifacts (owner, expires);
  CREATE INDEX artifacts_grant ON artifacts (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX artifacts_uid ON artifacts (uid) WHERE uid IS NOT NULL;
`

function openDatabase(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { timeout: 2000 })
    if (file !== ':memory:') chmodSync(file, 0o600)
    // Directories are in memory as well, so that two processes would undo each other's changes. The lock ends with the process.
    if (file !== ':memory:') database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT')
    const found = Number(database.prepare('PRAGMA user_version').get()?.user_version)
    if (found > version) throw new Error(`a newer version wrote it: ${found}, this one knows ${version}`)
    if (found === 0) database.exec(`BEGIN; ${tables} PRAGMA user_version = ${version}; COMMIT`)
    return database
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    if ((cause as { errcode?: number }).errcode === BUSY)
      throw new StoreError(
        `The provider's store ${file} can't be used: another process uses it. Stop that one, or name another file.`,
        { cause },
      )
    throw new StoreError(
      `The provider's store ${file} can't be used (${reason}). Restore the file, or delete it to begin with an empty one.`,
      { cause },
    )
  }
}

/**
 * Directories are few and read at every request, so they stay in memory as well: every part of the provider has the same
 * object, and what is written goes to both.
 */
function sqliteDirectories(database: DatabaseSync): DirectoryStore {
  const rows = database.prepare('SELECT json FROM directories ORDER BY place').all()
  const memory = memoryDirectories(rows.map(({ json }): Directory => JSON.parse(String(json))))
  const put = database.prepare(
    `INSERT INTO directories (id, place, json) VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM directories), ?)
     ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
  )
  const remove = database.prepare('DELETE FROM directories WHERE id = ?')
  return {
    ...memory,
    async put(directory) {
      put.run(directory.id, JSON.stringify(directory))
      await memory.put(directory)
    },
    async delete(id) {
      remove.run(id)
      await memory.delete(id)
    },
  }
}

function sqliteKeys(database: DatabaseSync): KeyStore {
  const get = database.prepare('SELECT json FROM keys WHERE name = ?')
  const change = database.prepare('UPDATE keys SET json = ? WHERE name = ? AND json = ?')
  const add = database.prepare('INSERT OR IGNORE INTO keys (name, json) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM keys WHERE name = ?')
  return {
    async get(name) {
      const row = get.get(name)
      return row && String(row.json)
    },
    async replace(name, json, before) {
      const { changes } = before === undefined ? add.run(name, json) : change.run(json, name, before)
      return changes === 1
    },
    async delete(name) {
      remove.run(name)
    },
  }
}

/**
 * A store in one SQLite file, readable by its owner alone; `:memory:` keeps nothing. One process uses it at a time. Throws
 * StoreError when the file is damaged or was written by a newer version.
 */
export function sqliteStore(file: string): IdpStore {
  const database = openDatabase(file)
  return {
    directories: sqliteDirectories(database),
    artifacts: sqliteArtifacts(database),
    keys: sqliteKeys(database),
    close: async () => database.close(),
  }
}
