import { type MockIdp, startMockIdp } from '@doorstep/mock-idp'
import { expect } from 'vitest'
import { startMailbox } from '../../mailbox/start-mailbox.ts'
import { keepMail } from '../../tenant/keep-mail.ts'
import { publish } from '../../tenant/publish.ts'
import { startTenant } from '../../tenant/start-tenant.ts'
import { eventsAfter } from '../../tenant/store/events.ts'
import { openStore } from '../../tenant/store/open-store.ts'
import { actLine } from '../../tenant/testing/act-line.ts'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import { Visitor } from '../../tenant/testing/visitor.ts'
import { openDirectories } from '../open-directories.ts'

/** A tenant, its mailbox and a provider with a directory for each sandbox. */
export async function startParties() {
  const store = await openStore({ folder: ':memory:' })
  const mailbox = await startMailbox({ port: 0, ...keepMail(store) })
  const idp: MockIdp = await startMockIdp()
  const directories = openDirectories(idp, (sandbox, ...told) => publish(store, sandbox, ...told))
  const tenant = await startTenant({
    port: 0,
    store,
    smtp: { host: '127.0.0.1', port: mailbox.port },
    allowedProviders: directories.origins,
    entraAuthority: idp.url,
    provider: directories,
  })

  async function sandbox(given: string) {
    const control = await ControlClient.create(tenant.url, { given })
    const { id, url, email, provider } = control.made
    if (!provider) throw new Error('The sandbox has no provider.')
    return {
      control,
      email,
      provider,
      visitor: new Visitor(tenant.url, url),
      /** The acts in the stream, each in one line, as soon as this one is there. */
      acts: async (last: string) => {
        let acts: string[] = []
        await expect
          .poll(async () => {
            const events = await eventsAfter(store.db, id, 0)
            acts = events.flatMap((event) => (event.kind === 'act' ? [actLine(event)] : []))
            return acts
          })
          .toContain(last)
        return acts
      },
      events: () => eventsAfter(store.db, id, 0),
    }
  }

  return {
    store,
    idp,
    sandbox,
    close: async () => {
      await tenant.close()
      await idp.close()
      await mailbox.close()
      await store.close()
    },
  }
}

export type Parties = Awaited<ReturnType<typeof startParties>>
export type Box = Awaited<ReturnType<Parties['sandbox']>>
