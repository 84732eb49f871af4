import type { Exchange } from '../http/exchange.ts'
import { redirect, sendHtml } from '../http/respond.ts'
import { accountPage } from '../look/account-page.ts'
import type { Issuer } from '../provider/issuer.ts'
import { ownSignInUrl } from '../provider/own-applications.ts'
import { logoutPath } from '../provider/routes.ts'
import { whoIsSignedIn } from './who.ts'

/** "My account" of a directory, for the person who is signed in there. */
export async function account(exchange: Exchange, issuer: Issuer) {
  const { res, query } = exchange
  const { kind, directory, mount } = issuer.authority
  const user = await whoIsSignedIn(exchange, issuer)
  if (!directory || !user) return redirect(res, ownSignInUrl(issuer.authority, '/account'))
  // Back from the sign-in: only the session counts here, the code is not used.
  if (query.has('code')) return redirect(res, `${mount}/account`)
  sendHtml(res, 200, accountPage(directory, user, mount + logoutPath(kind)))
}
