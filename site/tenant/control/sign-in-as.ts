import { makeSession } from '../http/make-session.ts'
import { visitCookie } from '../http/visit-cookie.ts'
import { hashToken, makeToken } from '../secrets.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { replaceSignInLink } from '../store/sign-in-links.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'

/** How to continue as someone who is logged in already. */
export interface SignedIn {
  /** A cookie for a browser or a program. */
  session: { name: string; value: string; path: string }
  /** An address that logs a browser in, once, within minutes: for frames whose cookies can't be set from outside. */
  signInUrl: string
}

/** Logs an account in, in two ways; the caller may use either. */
export async function signInAs(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<SignedIn> {
  const token = makeToken(tenant.random)
  await replaceSignInLink(tenant.store.db, {
    token_hash: hashToken(token),
    sandbox_id: sandbox.id,
    account_id: account.id,
    issued_at: timeIn(tenant, sandbox),
  })
  const base = baseOf(sandbox)
  return {
    session: {
      name: visitCookie(tenant),
      value: await makeSession(tenant, sandbox, account),
      path: base,
    },
    signInUrl: `${tenant.origin}${base}/sign-in/${token}`,
  }
}
