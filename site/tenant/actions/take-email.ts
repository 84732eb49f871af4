import { used } from '../http/acted.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { show } from '../http/show.tsx'
import { startVisit } from '../http/visit-cookie.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import type { Account } from '../store/schema.ts'
import { findConnection } from '../store/sso-connections.ts'
import { symbolsOfEmail } from '../symbols.ts'
import { leaveForProvider } from './leave-for-provider.ts'

const SCREEN = 'email-address'

const wayOf = (typed: string) => (typed === 'password' ? 'password' : 'provider')

/** Log-in.3: any address leads to the provider, or to the password page, registered or not (ASVS 5.0 6.3.8). */
export const takeEmail: Action = async (c) => {
  const { tenant, sandbox } = c.var
  const { email: typed, way } = await readForm(c, 'email', 'way')
  const connection = await findConnection(tenant.store.db, sandbox.id)
  const read = tenant.rules.readEmail(typed)
  const account = 'wrong' in read ? undefined : await accountOf(c, read.email)
  const byProvider = connection !== undefined && wayOf(way) === 'provider' && !('wrong' in read)
  const fields = { 'Email address': symbolsOfEmail(typed, byProvider || account !== undefined) }
  used(c, SCREEN, 'Continue', fields, { whose: account?.email ?? null })
  if ('wrong' in read)
    return show(
      c,
      SCREEN,
      { message: read.wrong, email: typed, ...(connection ? { way: wayOf(way) } : {}) },
      422,
    )
  if (byProvider) return leaveForProvider(c, connection, read.email)
  await startVisit(c, { email: read.email, account_id: account?.id ?? null })
  return goTo(c, '/log-in/password', 'enter-your-password')
}

/** A person who had access until yesterday looks like an unknown one. */
async function accountOf(c: Ctx, email: string): Promise<Account | undefined> {
  const { tenant, sandbox, now } = c.var
  const account = await findAccountByEmail(tenant.store.db, sandbox.id, email)
  return account && !tenant.rules.isAccessOver(account, now) ? account : undefined
}
