import { startMailbox } from '../mailbox/start-mailbox.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import { startTenant } from '../tenant/start-tenant.ts'
import { openStore } from '../tenant/store/open-store.ts'
import type { Environment } from './environment.ts'
import { startSite } from './start-site.ts'

/** Everything that was started, and the one way to end it. */
export interface Running {
  site: string
  tenant: string
  smtpPort: number
  close(): Promise<void>
}

/**
 * Starts site, store, mail and tenant in this process, each on its own origin.
 * @param pages folder of the built site
 * @throws errors with `code`, in one sentence, when a port is taken or the data folder can't be used; what was started is ended
 */
export async function startEverything(environment: Environment, pages: string): Promise<Running> {
  const started: { close(): Promise<void> }[] = []
  const keep = <T extends { close(): Promise<void> }>(party: T): T => {
    started.unshift(party)
    return party
  }
  const close = async () => {
    for (const party of started) await party.close()
  }
  try {
    const site = keep(await startSite({ port: environment.sitePort, pages }))
    const store = keep(await openStore({ folder: environment.dataFolder }))
    const mailbox = keep(await startMailbox({ port: environment.smtpPort, ...keepMail(store) }))
    const tenant = keep(
      await startTenant({
        port: environment.tenantPort,
        deskOrigin: site.url,
        store,
        smtp: { host: '127.0.0.1', port: mailbox.port },
      }),
    )
    site.announce({ tenant: tenant.url })
    return { site: site.url, tenant: tenant.url, smtpPort: mailbox.port, close }
  } catch (error) {
    await close()
    throw error
  }
}
