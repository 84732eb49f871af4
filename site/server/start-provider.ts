import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type IdpStore, type MockIdp, sqliteStore, startMockIdp } from '@doorstep/mock-idp'
import { defaultConfig } from '../../mock-idp/config/default.ts'
import { directoriesFrom } from '../../mock-idp/config/directories.ts'
import { openProviderStore } from '../directories/postgres/open-provider-store.ts'
import { PortError } from '../listen.ts'
import { inFrameScript } from '../tenant/assets.ts'
import type { Environment } from './environment.ts'

/** Of the ready clients; the port of localhost is not compared, so that any application's will do. */
const redirectUris = ['http://localhost/callback']

/** The provider's part of the database, or its own file next to the tenant's; nothing where nothing is kept. */
async function openStoreIn(folder: string, databaseUrl?: string): Promise<IdpStore | undefined> {
  if (databaseUrl !== undefined) return openProviderStore(databaseUrl, folder)
  if (folder === ':memory:') return undefined
  await mkdir(folder, { recursive: true })
  return sqliteStore(join(folder, 'provider.sqlite'))
}

type ProviderSettings = Pick<Environment, 'idpPort' | 'idpTlsPort' | 'dataFolder'> &
  Partial<Pick<Environment, 'host' | 'idpUrl' | 'databaseUrl'>>

/** Every origin of the provider. */
export const originsOf = ({ url, secureUrl }: MockIdp): string[] => [url, ...(secureUrl ? [secureUrl] : [])]

/**
 * Starts the bundled identity provider, with and without TLS, with a tenant and a generic provider ready to be used.
 * @param site origin of the site, which may show the provider's pages in a frame
 * @throws {PortError} when a port is taken
 * @throws {StoreError} when what an earlier start kept can't be read
 */
export async function startProvider(
  { idpPort, idpTlsPort, dataFolder, databaseUrl, host = 'localhost', idpUrl }: ProviderSettings,
  site: string,
): Promise<MockIdp> {
  const store = await openStoreIn(dataFolder, databaseUrl)
  try {
    const provider = await startMockIdp({
      port: idpPort,
      https: { port: idpTlsPort },
      host: host === 'localhost' ? '127.0.0.1' : host,
      ...(idpUrl && { publicUrl: idpUrl }),
      directories: directoriesFrom(defaultConfig(redirectUris), Date.now()),
      frontDoor: true,
      embedding: { origin: site, script: await inFrameScript() },
      ...(store && { store, dataFolder }),
    })
    const close = async () => {
      await provider.close()
      await store?.close()
    }
    return { ...provider, close }
  } catch (cause) {
    await store?.close()
    if (!(cause instanceof Error && 'code' in cause && 'port' in cause)) throw cause
    throw new PortError(
      String(cause.code),
      `The identity provider can't use port ${cause.port}: something else listens there. Stop that, or set IDP_PORT and IDP_TLS_PORT to other ports.`,
      { cause },
    )
  }
}
