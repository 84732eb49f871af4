import { startMailbox } from '../../site/mailbox/start-mailbox.ts'
import { keepMail } from '../../site/tenant/keep-mail.ts'
import { rules as soundRules } from '../../site/tenant/rules/index.ts'
import { startTenant } from '../../site/tenant/start-tenant.ts'
import { openStore } from '../../site/tenant/store/open-store.ts'
import type { Defect } from '../defects/defect.ts'
import { CheckError } from '../errors.ts'
import { startProvider } from './start-provider.ts'
import type { Provider } from './target.ts'

interface Bundled {
  url: string
  provider: Provider
  close(): Promise<void>
}

/**
 * Starts the reference tenant with its mail and a provider on free ports, everything in memory.
 * @param defect a fault to seed
 * @throws CheckError `target-unstartable`
 */
export async function startBundled(defect?: Defect): Promise<Bundled> {
  try {
    const store = await openStore({ folder: ':memory:' })
    const mailbox = await startMailbox({ port: 0, ...keepMail(store) })
    const idp = await startProvider()
    const tenant = await startTenant({
      port: 0,
      store,
      smtp: { host: '127.0.0.1', port: mailbox.port },
      allowedProviders: idp.origins,
      entraAuthority: idp.url,
      rules: { ...soundRules, ...defect?.rules(soundRules) },
    })
    return {
      url: tenant.url,
      provider: idp.provider,
      async close() {
        await tenant.close()
        await mailbox.close()
        await idp.close()
        await store.close()
      },
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CheckError('target-unstartable', `The bundled tenant could not be started: ${why}`, { cause })
  }
}
