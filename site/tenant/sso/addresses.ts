import type { Ctx } from '../http/context.ts'

/** Where the provider sends people back; to be registered there, letter by letter. */
export const callbackOf = (c: Ctx) => `${c.var.tenant.origin}${c.var.base}/login/callback`

/** Where the provider tells that a session there has ended (Back-Channel Logout 1.0 section 2.2). */
export const backChannelLogoutOf = (c: Ctx) => `${c.var.tenant.origin}${c.var.base}/login/back-channel-logout`

/** Where people come back to when they have logged out at the provider. */
export const afterLogoutOf = (c: Ctx) => `${c.var.tenant.origin}${c.var.base}/log-in`
