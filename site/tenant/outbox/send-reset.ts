import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Reset, resetSubject, resetText } from '../mails/reset.tsx'
import { hashToken, makeToken } from '../secrets.ts'
import { replaceLink } from '../store/mailed-links.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'

/**
 * Mails a fresh link to choose a new password; earlier ones are dead from then on.
 * @throws {OutboxError} when the mail server doesn't take it
 */
export async function sendReset(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<void> {
  const token = makeToken(tenant.random)
  const now = timeIn(tenant, sandbox)
  await replaceLink(tenant.store.db, {
    token_hash: hashToken(token),
    purpose: 'reset',
    sandbox_id: sandbox.id,
    account_id: account.id,
    issued_at: now,
  })
  const content = {
    tenantName: sandbox.tenant_name,
    href: `${tenant.origin}${baseOf(sandbox)}/reset/link/${token}`,
  }
  await tenant.outbox.send({
    to: account.email,
    subject: resetSubject,
    html: `<!doctype html>${renderToStaticMarkup(createElement(Reset, content))}`,
    text: resetText(content),
    date: now,
  })
}
