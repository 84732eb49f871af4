import type { User } from '../directory/types.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Issuer } from '../provider/issuer.ts'

/**
 * Who is signed in at the tenant. The admin center is below the tenant's address and sees the tenant's own session: it is
 * the same browser session that single sign-on goes by, as in life.
 */
export async function whoIsSignedIn({ req, res }: Exchange, issuer: Issuer): Promise<User | undefined> {
  const { provider } = issuer
  const session = await provider.Session.get(provider.createContext(req, res))
  const account = session.accountId ? await issuer.loadAccount(session.accountId) : undefined
  return account?.user
}
