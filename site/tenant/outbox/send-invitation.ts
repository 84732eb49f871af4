import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Invitation, invitationSubject, invitationText } from '../mails/invitation.tsx'
import { hashToken, makeToken } from '../secrets.ts'
import { replaceLink } from '../store/mailed-links.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'

/**
 * Mails a fresh activation link; earlier ones stop working. The button and the link of the mail carry the same token
 * under two paths, so that the stream can say which was followed.
 * @throws {OutboxError} when the mail server doesn't take it
 */
export async function sendInvitation(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<void> {
  const token = makeToken(tenant.random)
  const now = timeIn(tenant, sandbox)
  await replaceLink(tenant.store.db, {
    token_hash: hashToken(token),
    purpose: 'activate',
    sandbox_id: sandbox.id,
    account_id: account.id,
    issued_at: now,
  })
  const base = `${tenant.origin}${baseOf(sandbox)}`
  const content = {
    tenantName: sandbox.tenant_name,
    buttonHref: `${base}/activate/button/${token}`,
    linkHref: `${base}/activate/link/${token}`,
    tenantHref: `${base}/tenant-link`,
  }
  await tenant.outbox.send({
    to: account.email,
    subject: invitationSubject,
    html: `<!doctype html>${renderToStaticMarkup(createElement(Invitation, content))}`,
    text: invitationText(content),
    date: now,
  })
}
