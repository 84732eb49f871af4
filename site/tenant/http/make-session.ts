import { hashToken, makeToken } from '../secrets.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { addVisit } from '../store/visits.ts'
import { type Tenant, timeIn } from '../tenant.ts'

/** Logs an account in without a login, as a sandbox is arranged. Answers the session id. */
export async function makeSession(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<string> {
  const token = makeToken(tenant.random)
  const now = timeIn(tenant, sandbox)
  await addVisit(tenant.store.db, {
    purpose: 'log-in',
    reset_email: null,
    account_id: account.id,
    email: account.email,
    token_hash: hashToken(token),
    sandbox_id: sandbox.id,
    stage: 'in',
    confirmed_at: null,
    pending_secret: null,
    pending_key: null,
    started_at: now,
    seen_at: now,
  })
  return token
}
