import { hashToken, makeToken } from '../secrets.ts'
import { addDevice, findDevice } from '../store/remembered-devices.ts'
import type { Account } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { readCookie, writeCookie } from './cookie.ts'

/** A separate token from the session's: it lets no one in without the password. */
const COOKIE = 'device'

/** How long browsers keep it, in seconds of real time; how long it counts is the rule's to say. */
const MAX_AGE = 30 * 24 * 60 * 60

/** From now on this browser isn't asked for the account's second factor. */
export async function rememberDevice(c: Ctx, account: string): Promise<void> {
  const { tenant, now } = c.var
  const token = makeToken(tenant.random)
  await addDevice(tenant.store.db, { token_hash: hashToken(token), account_id: account, issued_at: now })
  writeCookie(c, COOKIE, token, { maxAge: MAX_AGE })
}

/** Whether this browser has passed the account's second factor and is to be remembered. */
export async function isRememberedDevice(c: Ctx, account: Account): Promise<boolean> {
  const { tenant, now } = c.var
  const token = readCookie(c, COOKIE)
  const device = token && (await findDevice(tenant.store.db, hashToken(token)))
  return device ? tenant.rules.isDeviceRemembered(toNumbers(device), account, now) : false
}

const toNumbers = <D extends { issued_at: number }>(device: D) => ({
  ...device,
  issued_at: Number(device.issued_at),
})
