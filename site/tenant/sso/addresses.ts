import type { Ctx } from '../http/context.ts'

/** What the provider has to know of a product at that address. */
export const addressesAt = (product: string) => ({
  /** Where the provider sends people back; to be registered there, letter by letter. */
  callback: `${product}/login/callback`,
  /** Where the provider tells that a session there has ended (Back-Channel Logout 1.0 section 2.2). */
  backChannelLogout: `${product}/login/back-channel-logout`,
  loginPage: `${product}/log-in`,
})

const addressesOf = (c: Ctx) => addressesAt(`${c.var.tenant.origin}${c.var.base}`)

export const callbackOf = (c: Ctx) => addressesOf(c).callback

export const backChannelLogoutOf = (c: Ctx) => addressesOf(c).backChannelLogout

/** Where people come back to when they have logged out at the provider. Entra takes an application's redirect URIs only. */
export const afterLogoutOf = (c: Ctx, isEntra: boolean) =>
  isEntra ? callbackOf(c) : addressesOf(c).loginPage
