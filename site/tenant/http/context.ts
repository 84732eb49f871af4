import type { Context } from 'hono'
import type { Account, Sandbox, Visit } from '../store/schema.ts'
import type { Tenant } from '../tenant.ts'

/** What a request to a sandbox's product has been given by the time an action sees it. */
export interface Env {
  Variables: {
    tenant: Tenant
    sandbox: Sandbox
    /** `/t/<sandbox>` */
    base: string
    /** The sandbox's time when the request came, in ms. */
    now: number
    /** Where the visitor stands in the login, if anywhere. */
    visit: Visit | undefined
    /** Whose visit it is, once the password was right. */
    account: Account | undefined
  }
}

export type Ctx = Context<Env>

export type Action = (c: Ctx) => Promise<Response>

/** Goes on at another page of the product. 303: the form's contents are never sent there. */
export const goTo = (c: Ctx, path: string) => c.redirect(`${c.var.base}${path}`, 303)
