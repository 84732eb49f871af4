import type { MakeSandbox } from '../class/server/sandbox-pool.ts'
import { openDirectories } from '../directories/open-directories.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import { publish } from '../tenant/publish.ts'
import { startTenant } from '../tenant/start-tenant.ts'
import { openStore } from '../tenant/store/open-store.ts'
import { type Environment, isPublic, reachable } from './environment.ts'
import { originsOf, startProvider } from './start-provider.ts'
import { Started } from './started.ts'

export interface Parties {
  /** Origin of the tenant. */
  tenant: string
  /** Origin of the identity provider. */
  provider: string
  /** The same, and its other one with TLS. */
  providers: string[]
  smtpPort: number
  /** Makes a sandbox of the tenant. */
  makeSandbox: MakeSandbox
  close(): Promise<void>
}

/**
 * Starts what live mode needs in addition to the site: store, mail, tenant and provider, each on a separate origin.
 * @param site origin of the site, which may show the tenant in a frame
 * @throws errors with `code`, in one sentence, when a port is taken or the data folder can't be used
 */
export async function startParties(environment: Environment, site: string): Promise<Parties> {
  return Started.collect(async (started) => {
    const store = started.add(
      await openStore({ folder: environment.dataFolder, databaseUrl: environment.databaseUrl }),
    )
    const { host, smtpHost, smtpPort, tenantPort, tenantUrl, maxSandboxes, hsts, trustProxy } = environment
    const mailbox = started.add(await startMailbox({ port: smtpPort, host: smtpHost, ...keepMail(store) }))
    const provider = started.add(await startProvider(environment, site))
    const directories = openDirectories(provider, (sandbox, ...told) => publish(store, sandbox, ...told))
    const tenant = started.add(
      await startTenant({
        port: tenantPort,
        host,
        ...(tenantUrl && { origin: tenantUrl }),
        maxSandboxes,
        hsts,
        trustProxy,
        limited: isPublic(environment),
        siteOrigin: site,
        allowedProviders: directories.origins,
        entraAuthority: provider.url,
        provider: directories,
        store,
        smtp: { host: reachable(smtpHost), port: mailbox.port },
      }),
    )
    return {
      tenant: tenant.url,
      provider: provider.url,
      providers: originsOf(provider),
      smtpPort: mailbox.port,
      makeSandbox: tenant.makeSandbox,
      close: () => started.close(),
    }
  })
}
