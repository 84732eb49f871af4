import type { Directory, DirectoryStore } from '@doorstep/mock-idp'
import { sql } from 'kysely'
import type { Vault } from '../../tenant/store/open-vault.ts'
import type { ProviderDatabase } from './tables.ts'

interface Known {
  version: number
  directory: Directory
}

/** Gives an object the properties of another one, so that all references to it see the change. */
function become(directory: Directory, fresh: Directory): Directory {
  for (const key of Object.keys(directory)) if (!(key in fresh)) Reflect.deleteProperty(directory, key)
  return Object.assign(directory, fresh)
}

/**
 * Directories that several processes read and write. Within a process every part of the provider has the same object, as with
 * the other stores; each time one is asked for, the database says whether another process has changed it since.
 */
export function postgresDirectories(db: ProviderDatabase, vault: Vault): DirectoryStore {
  const known = new Map<string, Known>()
  const table = () => db.selectFrom('idp_directories')

  function meet({ id, version, sealed }: { id: string; version: number; sealed: string | null }): Directory {
    const here = known.get(id)
    if (here && (sealed === null || here.version >= version)) return here.directory
    const fresh: Directory = JSON.parse(vault.open(sealed ?? '', id))
    const directory = here ? become(here.directory, fresh) : fresh
    known.set(id, { version, directory })
    return directory
  }

  async function get(id: string): Promise<Directory | undefined> {
    const version = known.get(id)?.version ?? 0
    const row = await table()
      .where('id', '=', id)
      .select((eb) => [
        'id',
        'version',
        eb.case().when('version', '>', version).then(eb.ref('sealed')).end().as('sealed'),
      ])
      .executeTakeFirst()
    if (row) return meet(row)
    known.delete(id)
    return undefined
  }

  const entra = () => table().where('kind', '=', 'entra').orderBy('place').select('id')
  const has = (column: 'domains' | 'app_ids', value: string) =>
    sql<boolean>`${sql.ref(column)} @> array[${value}::text]`

  return {
    get,
    async list() {
      return (await table().select(['id', 'version', 'sealed']).orderBy('place').execute()).map(meet)
    },
    async findByDomain(domain, realm) {
      const owners = entra().where(has('domains', domain.toLowerCase()))
      const found = await (realm === undefined
        ? owners
        : owners.where('realm', '=', realm)
      ).executeTakeFirst()
      return found && get(found.id)
    },
    async findByAppId(appId) {
      const found = await entra().where(has('app_ids', appId)).executeTakeFirst()
      const directory = found && (await get(found.id))
      const application = directory?.applications.find((each) => each.appId === appId)
      return directory && application && { directory, application }
    },
    async put(directory) {
      const { id, kind, realm, domains, applications } = directory
      const written = {
        ...{ kind, realm, domains },
        app_ids: applications.map(({ appId }) => appId),
        sealed: vault.seal(JSON.stringify(directory), id),
      }
      const { version } = await db
        .insertInto('idp_directories')
        .values({ id, version: 1, ...written })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((eb) => ({ ...written, version: eb('idp_directories.version', '+', 1) })),
        )
        .returning('version')
        .executeTakeFirstOrThrow()
      known.set(id, { version, directory })
    },
    async delete(id) {
      await db.deleteFrom('idp_directories').where('id', '=', id).execute()
      known.delete(id)
    },
  }
}
