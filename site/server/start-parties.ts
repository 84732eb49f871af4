import { openDirectories } from '../directories/open-directories.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import { publish } from '../tenant/publish.ts'
import { startTenant } from '../tenant/start-tenant.ts'
import { openStore } from '../tenant/store/open-store.ts'
import type { Environment } from './environment.ts'
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
  close(): Promise<void>
}

/**
 * Starts what live mode needs in addition to the site: store, mail, tenant and provider, each on a separate origin.
 * @param site origin of the site, which may show the tenant in a frame
 * @throws errors with `code`, in one sentence, when a port is taken or the data folder can't be used
 */
export async function startParties(environment: Environment, site: string): Promise<Parties> {
  return Started.collect(async (started) => {
    const store = started.add(await openStore({ folder: environment.dataFolder }))
    const { host, smtpHost, smtpPort, tenantPort, tenantUrl, maxSandboxes, hsts } = environment
    const mailbox = started.add(await startMailbox({ port: smtpPort, host: smtpHost, ...keepMail(store) }))
    const provider = started.add(await startProvider(environment, site))
    const directories = await openDirectories(provider, (sandbox, event) => publish(store, sandbox, event))
    const tenant = started.add(
      await startTenant({
        port: tenantPort,
        host,
        ...(tenantUrl && { origin: tenantUrl }),
        maxSandboxes,
        hsts,
        deskOrigin: site,
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
      close: () => started.close(),
    }
  })
}

/** Where this machine reaches what listens on an interface: all of them are no address. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)
