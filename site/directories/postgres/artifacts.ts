import type { ArtifactStore } from '@doorstep/mock-idp'
import { type Selectable, sql } from 'kysely'
import type { Vault } from '../../tenant/store/open-vault.ts'
import type { ProviderDatabase, ProviderTables } from './tables.ts'

type Artifact = Parameters<ArtifactStore['put']>[1]
type Row = Selectable<ProviderTables['idp_artifacts']>

/** What sign-ins leave behind, in the table `idp_artifacts`. */
export function postgresArtifacts(db: ProviderDatabase, vault: Vault): ArtifactStore {
  const table = () => db.selectFrom('idp_artifacts').selectAll()
  const remove = () => db.deleteFrom('idp_artifacts')

  const artifactOf = ({ key, owner, expires, grant_id, uid, consumed, sealed }: Row): Artifact => ({
    payload: { ...JSON.parse(vault.open(sealed, key)), consumed: consumed ?? undefined },
    owner,
    ...(expires !== null && { expires }),
    ...(grant_id !== null && { grant: grant_id }),
    ...(uid !== null && { uid }),
  })

  return {
    async put(key, { payload: { consumed, ...rest }, owner, expires, grant, uid }) {
      const written = {
        owner,
        expires: expires === undefined ? null : Math.ceil(expires),
        grant_id: grant ?? null,
        uid: uid ?? null,
        consumed: typeof consumed === 'number' ? consumed : null,
        sealed: vault.seal(JSON.stringify(rest), key),
      }
      await db
        .insertInto('idp_artifacts')
        .values({ key, ...written })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(written))
        .execute()
    },
    async get(key) {
      const row = await table().where('key', '=', key).executeTakeFirst()
      return row && artifactOf(row)
    },
    async getByUid(uid) {
      const row = await table().where('uid', '=', uid).executeTakeFirst()
      return row && artifactOf(row)
    },
    async ofOwner(owner) {
      const rows = await table().where('owner', '=', owner).execute()
      return rows.map((row) => [row.key, artifactOf(row)])
    },
    async spend(key, at) {
      const { numUpdatedRows } = await db
        .updateTable('idp_artifacts')
        .set({ consumed: at })
        .where('key', '=', key)
        .where('consumed', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 1n) return undefined
      return (await table().where('key', '=', key).executeTakeFirst())?.consumed ?? undefined
    },
    async delete(key) {
      await remove().where('key', '=', key).execute()
    },
    async deleteGrant(grant) {
      await remove().where('grant_id', '=', grant).execute()
    },
    async sweep(owner, now) {
      await remove().where('owner', '=', owner).where('expires', '<=', Math.floor(now)).execute()
    },
    async trim(owner, kind, most) {
      await remove()
        .where('key', 'in', (eb) =>
          eb
            .selectFrom('idp_artifacts')
            .select('key')
            .where('owner', '=', owner)
            .where(sql<boolean>`starts_with(key, ${`${kind}:`})`)
            .orderBy('expires', (order) => order.desc().nullsFirst())
            .offset(most),
        )
        .execute()
    },
    async deleteOwner(owner) {
      await remove().where('owner', '=', owner).execute()
    },
  }
}
