import { fileURLToPath } from 'node:url'
import { openDirectories } from '../directories/open-directories.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { describeLive } from '../server/describe-live.ts'
import { originsOf, startProvider } from '../server/start-provider.ts'
import { startSite } from '../server/start-site.ts'
import type { TenantEvent } from '../tenant/events.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import { publish } from '../tenant/publish.ts'
import { startTenant } from '../tenant/start-tenant.ts'
import { openStore } from '../tenant/store/open-store.ts'

const pages = fileURLToPath(new URL('../../dist', import.meta.url))

/** The site with all that live mode needs, whose tenant can be stopped, and started again at the same address. */
export async function startLive() {
  const store = await openStore({ folder: ':memory:' })
  const mailbox = await startMailbox({ port: 0, ...keepMail(store) })
  const site = await startSite({ port: 0, pages })
  const ports = { idpPort: 0, idpTlsPort: 0 }
  const provider = await startProvider({ ...ports, dataFolder: ':memory:' }, site.url)
  const directories = openDirectories(provider, (sandbox, ...told) => publish(store, sandbox, ...told))
  const start = (port: number) =>
    startTenant({
      port,
      siteOrigin: site.url,
      allowedProviders: directories.origins,
      entraAuthority: provider.url,
      provider: directories,
      store,
      smtp: { host: '127.0.0.1', port: mailbox.port },
    })
  let tenant = await start(0)
  const port = Number(new URL(tenant.url).port)
  site.announce(describeLive({ tenant: tenant.url }), originsOf(provider))
  return {
    url: site.url,
    /** Writes an event as another version may have written it. */
    addEvent: (sandbox: string, event: object) => publish(store, sandbox, event as TenantEvent),
    stopTenant: () => tenant.close(),
    async startTenant() {
      tenant = await start(port)
    },
    async close() {
      for (const party of [tenant, provider, mailbox, site, store]) await party.close()
    },
  }
}
