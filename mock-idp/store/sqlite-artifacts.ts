import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Artifact, ArtifactStore } from './artifacts.ts'

type Row = Record<string, SQLOutputValue>

const text = (value: SQLOutputValue | undefined) => (typeof value === 'string' ? value : undefined)
const number = (value: SQLOutputValue | undefined) => (typeof value === 'number' ? value : undefined)

/** Whether something is spent has a column of its own, so that one statement can decide it. */
const artifactOf = (row: Row): Artifact => ({
  payload: { ...JSON.parse(String(row.payload)), consumed: number(row.consumed) },
  owner: String(row.owner),
  expires: number(row.expires),
  grant: text(row.grant_id),
  uid: text(row.uid),
})

/** Artifacts in the table `artifacts`. */
export function sqliteArtifacts(database: DatabaseSync): ArtifactStore {
  const put = database.prepare(
    `INSERT OR REPLACE INTO artifacts (key, owner, expires, grant_id, uid, consumed, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const get = database.prepare('SELECT * FROM artifacts WHERE key = ?')
  const getByUid = database.prepare('SELECT * FROM artifacts WHERE uid = ?')
  const ofOwner = database.prepare('SELECT * FROM artifacts WHERE owner = ?')
  const spend = database.prepare('UPDATE artifacts SET consumed = ? WHERE key = ? AND consumed IS NULL')
  const spentAt = database.prepare('SELECT consumed FROM artifacts WHERE key = ?')
  const remove = database.prepare('DELETE FROM artifacts WHERE key = ?')
  const removeGrant = database.prepare('DELETE FROM artifacts WHERE grant_id = ?')
  const sweep = database.prepare('DELETE FROM artifacts WHERE owner = ? AND expires <= ?')
  const trim = database.prepare(
    `DELETE FROM artifacts WHERE key IN (
       SELECT key FROM artifacts WHERE owner = ?1 AND substr(key, 1, length(?2)) = ?2
       ORDER BY expires DESC NULLS FIRST, rowid DESC LIMIT -1 OFFSET ?3
     )`,
  )
  const removeOwner = database.prepare('DELETE FROM artifacts WHERE owner = ?')
  const read = (row: Row | undefined) => row && artifactOf(row)

  return {
    async put(key, { payload, owner, expires, grant, uid }) {
      const { consumed, ...rest } = payload
      const spent = typeof consumed === 'number' ? consumed : null
      const ends = expires === undefined ? null : Math.ceil(expires)
      put.run(key, owner, ends, grant ?? null, uid ?? null, spent, JSON.stringify(rest))
    },
    async get(key) {
      return read(get.get(key))
    },
    async getByUid(uid) {
      return read(getByUid.get(uid))
    },
    async ofOwner(owner) {
      return ofOwner.all(owner).map((row) => [String(row.key), artifactOf(row)])
    },
    async spend(key, at) {
      if (spend.run(at, key).changes === 1) return undefined
      return number(spentAt.get(key)?.consumed)
    },
    async delete(key) {
      remove.run(key)
    },
    async deleteGrant(grant) {
      removeGrant.run(grant)
    },
    async sweep(owner, now) {
      sweep.run(owner, Math.floor(now))
    },
    async trim(owner, kind, most) {
      trim.run(owner, `${kind}:`, most)
    },
    async deleteOwner(owner) {
      removeOwner.run(owner)
    },
  }
}
