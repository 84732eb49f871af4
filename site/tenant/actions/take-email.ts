import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { readForm } from '../http/read-form.ts'
import { show } from '../http/show.tsx'
import { startVisit } from '../http/visit-cookie.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import { findConnection } from '../store/sso-connections.ts'
import { leaveForProvider } from './leave-for-provider.ts'

const wayOf = (typed: string) => (typed === 'password' ? 'password' : 'provider')

/** Log-in.3: any address leads to the provider, or to the password page, registered or not (ASVS 5.0 6.3.8). */
export const takeEmail: Action = async (c) => {
  const { tenant, sandbox, now } = c.var
  const { email: typed, way } = await readForm(c, 'email', 'way')
  const connection = await findConnection(tenant.store.db, sandbox.id)
  const read = tenant.rules.readEmail(typed)
  if ('wrong' in read) {
    if (typed.trim() === '') await did(c, 'email.empty', 'email-address')
    return show(
      c,
      'email-address',
      { message: read.wrong, email: typed, ...(connection ? { way: wayOf(way) } : {}) },
      422,
    )
  }
  if (connection && wayOf(way) === 'provider') return leaveForProvider(c, connection, read.email)
  const found = await findAccountByEmail(tenant.store.db, sandbox.id, read.email)
  // Who had access until yesterday looks like nobody.
  const account = found && !tenant.rules.isAccessOver(found, now) ? found : undefined
  await startVisit(c, { email: read.email, account_id: account?.id ?? null })
  await did(c, account ? 'email.registered' : 'email.unknown', 'enter-your-password')
  return goTo(c, '/log-in/password')
}
