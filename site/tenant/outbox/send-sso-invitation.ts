import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { SsoInvitation, ssoInvitationSubject, ssoInvitationText } from '../mails/sso-invitation.tsx'
import type { Account, Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'

/**
 * Mails where the tenant is, to a person whose login is the provider's (log-in-sso.1). Nothing in it opens anything.
 * @throws {OutboxError} when the mail server doesn't take it
 */
export async function sendSsoInvitation(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<void> {
  const content = {
    tenantName: sandbox.tenant_name,
    tenantHref: `${tenant.origin}${baseOf(sandbox)}/access`,
  }
  await tenant.outbox.send({
    to: account.email,
    subject: ssoInvitationSubject,
    html: `<!doctype html>${renderToStaticMarkup(createElement(SsoInvitation, content))}`,
    text: ssoInvitationText(content),
    date: timeIn(tenant, sandbox),
  })
}
