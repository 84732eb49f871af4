import type { Context } from 'hono'
import type { Act } from '../events.ts'
import type { TenantScreenId } from '../screens/screens.tsx'
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
    /** Where the visitor is in the login, if anywhere. */
    visit: Visit | undefined
    /** Whose visit it is, once the password was right. */
    account: Account | undefined
    /** What the forms of this browser send back; absent where no sandbox is known. */
    formToken: string | undefined
    /** What the person does by the request. */
    acts: Omit<Act, 'shown'>[] | undefined
    /** What the answer shows, itself or where it leads. */
    shown: Act['shown']
  }
}

export type Ctx = Context<Env>

export type Action = (c: Ctx) => Promise<Response>

/** Notes what the person is shown next. */
export const shows = (c: Ctx, screen: TenantScreenId, message?: string) =>
  c.set('shown', { screen, ...(message ? { message } : {}) })

/**
 * Redirects to another page of the product. 303: the form's contents are never sent there.
 * @param screen what that page shows, with its message if it has one; left out only if no act of a person leads there
 */
export function goTo(c: Ctx, path: string, screen?: TenantScreenId, message?: string) {
  if (screen) shows(c, screen, message)
  return c.redirect(`${c.var.base}${path}`, 303)
}
