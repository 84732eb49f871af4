import { type RunningMailbox, startMailbox } from '../../mailbox/start-mailbox.ts'
import { keepMail } from '../../tenant/keep-mail.ts'
import { startTenant } from '../../tenant/start-tenant.ts'
import { openStore } from '../../tenant/store/open-store.ts'

/** A tenant whose mail server and whose clock can be tampered with. */
export async function startTampered() {
  const store = await openStore({ folder: ':memory:' })
  let offset = 0
  const now = () => Date.now() + offset
  const start = (port: number) => startMailbox({ port, ...keepMail(store, now) })
  let mailbox: RunningMailbox = await start(0)
  const { port } = mailbox
  const tenant = await startTenant({ port: 0, store, smtp: { host: '127.0.0.1', port }, now })
  return {
    url: tenant.url,
    /** The machine's time jumps, by ms. */
    jump(ms: number) {
      offset += ms
    },
    stopMail: () => mailbox.close(),
    async startMail() {
      mailbox = await start(port)
    },
    async close() {
      await tenant.close()
      await mailbox.close()
      await store.close()
    },
  }
}
