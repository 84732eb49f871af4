import { startMockIdp } from '@doorstep/mock-idp'
import { openDirectories } from '../../site/directories/open-directories.ts'
import { startMailbox } from '../../site/mailbox/start-mailbox.ts'
import { keepMail } from '../../site/tenant/keep-mail.ts'
import { publish } from '../../site/tenant/publish.ts'
import { rules as soundRules } from '../../site/tenant/rules/index.ts'
import { startTenant } from '../../site/tenant/start-tenant.ts'
import { openStore, type Store } from '../../site/tenant/store/open-store.ts'
import type { Defect } from '../defects/defect.ts'
import { openBetween } from '../defects/tamper.ts'
import { CheckError } from '../errors.ts'

interface Bundled {
  url: string
  close(): Promise<void>
}

/** Keeps mails, as the defect lets them arrive. */
function keeping(store: Store, defect?: Defect): ReturnType<typeof keepMail> {
  const { onMail, ...kept } = keepMail(store)
  return {
    ...kept,
    async onMail(mail) {
      const arrived = defect?.mail ? defect.mail(mail) : mail
      if (arrived) await onMail(arrived)
    },
  }
}

/**
 * Starts the reference tenant with its mail and a provider on free ports, everything in memory.
 * @param defect a fault to seed
 * @throws CheckError `target-unstartable`
 */
export async function startBundled(defect?: Defect): Promise<Bundled> {
  try {
    const store = await openStore({ folder: ':memory:' })
    const mailbox = await startMailbox({ port: 0, ...keeping(store, defect) })
    const idp = await startMockIdp()
    const directories = openDirectories(idp, (sandbox, event) => publish(store, sandbox, event))
    const between = defect?.tamper && (await openBetween(defect.tamper))
    const tenant = await startTenant({
      port: between?.port ?? 0,
      ...(between && { origin: between.origin }),
      store,
      smtp: { host: '127.0.0.1', port: mailbox.port },
      allowedProviders: directories.origins,
      entraAuthority: idp.url,
      provider: directories,
      rules: { ...soundRules, ...defect?.rules?.(soundRules) },
      ...(defect?.random && { random: defect.random }),
    })
    return {
      url: tenant.url,
      async close() {
        await between?.close()
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
