import { acted } from '../http/acted.ts'
import { boundBrowser } from '../http/browser-cookie.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { record } from '../http/record.ts'
import { signedIn } from '../http/signed-in.ts'
import { renewVisit } from '../http/visit-cookie.ts'
import type { Account } from '../store/schema.ts'
import { refusalOf, takeConfirmation } from '../store/sso-logins.ts'
import { showAccountWith } from './your-account.ts'

const NOT_THIS_PERSON = 'At your provider someone else signed in, or it took too long. Nothing was confirmed'

const refuse = (c: Ctx, account: Account, message: string) =>
  showAccountWith(c, account, { message, tone: 'wrong' }, 403)

/**
 * ASVS 5.0 7.5.1: back from the provider, where the person whose session this is must have signed in. A separate page,
 * because a posted answer comes without the session's cookie.
 */
export const takeConfirmed: Action = (c) => {
  acted(c, { what: 'return' })
  return confirm(c)
}

const confirm = signedIn(async (c, account, visit) => {
  const { tenant, sandbox, now } = c.var
  const browser = boundBrowser(c, 'login')
  const key = { sandbox_id: sandbox.id, browser_hash: browser ?? '', confirmed_id: account.id }
  const issuedAt = browser && (await takeConfirmation(tenant.store.db, key))
  if (!issuedAt || tenant.rules.isProviderLoginOver({ issuedAt, now }))
    return refuse(c, account, NOT_THIS_PERSON)
  if (await renewVisit(c, visit, { confirmed_at: now }))
    await record(c, 'logged-in', { about: 'confirmed at the provider' })
  return goTo(c, '/account', 'your-account')
})

/** Back from the provider, with nothing confirmed: the account's page says why. */
export const showUnconfirmed: Action = signedIn(async (c, account) => {
  const { tenant, sandbox } = c.var
  const browser = boundBrowser(c, 'login')
  const refusal = browser && (await refusalOf(tenant.store.db, sandbox.id, browser))
  return refuse(c, account, refusal || NOT_THIS_PERSON)
})
