import { startMailbox } from '../../mailbox/start-mailbox.ts'
import { keepMail } from '../keep-mail.ts'
import type { Rules } from '../rules/index.ts'
import { startTenant } from '../start-tenant.ts'
import { eventsAfter } from '../store/events.ts'
import type { Store } from '../store/open-store.ts'
import type { Around } from '../store/surround.ts'
import { actLine } from './act-line.ts'
import { ControlClient } from './control-client.ts'
import { openTestStore } from './open-test-store.ts'
import { Visitor } from './visitor.ts'

interface TestTenantOptions {
  rules?: Rules
  around?: Around
  /** Default: a fresh one. It is closed with the tenant. */
  store?: Store
  origin?: string
  hsts?: boolean
  siteOrigin?: string
  maxSandboxes?: number
  trustProxy?: number
  limited?: boolean
  allowedProviders?: string[]
  entraAuthority?: string
}

/** The real tenant with its real mail server and a fresh store; time stops until the test moves it. */
export async function startTestTenant(options: TestTenantOptions = {}) {
  let now = Date.UTC(2026, 0, 15, 9, 0, 10)
  const clock = () => now
  const { around, store = await openTestStore({ around }), ...others } = options
  const mailbox = await startMailbox({ port: 0, ...keepMail(store, clock) })
  const smtp = { host: '127.0.0.1', port: mailbox.port }
  const tenant = await startTenant({ port: 0, store, smtp, now: clock, ...others })
  return {
    store,
    smtp,
    url: tenant.url,
    listening: tenant.listening,
    /** Moves the real clock, by ms. */
    wait(ms: number) {
      now += ms
    },
    /** When all mails that are on their way have come. */
    settled: tenant.settled,
    /** A fresh sandbox, its control client and a visitor without cookies. */
    async sandbox(wanted?: Record<string, unknown>) {
      const control = await ControlClient.create(tenant.url, wanted)
      const { id, url } = control.made
      return {
        ...control.made,
        control,
        visitor: new Visitor(tenant.url, url),
        /** What was done so far, in order, each in one line. */
        async acts(): Promise<string[]> {
          const events = await eventsAfter(store.db, id, 0)
          return events.flatMap((event) => (event.kind === 'act' ? [actLine(event)] : []))
        },
      }
    },
    async close() {
      await tenant.close()
      await mailbox.close()
      await store.close()
    },
  }
}

export type TestTenant = Awaited<ReturnType<typeof startTestTenant>>

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
