import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Notice, noticeSubject, noticeText } from '../mails/notice.tsx'
import type { AccountChange } from '../rules/account-changes.ts'
import type { Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'

export interface AccountNews {
  change: AccountChange
  keyName?: string
}

/**
 * Tells the holder of an account by mail what happened to it.
 * @throws {OutboxError} when the mail server doesn't take it
 */
export async function sendNotice(
  tenant: Tenant,
  sandbox: Sandbox,
  to: string,
  news: AccountNews,
): Promise<void> {
  const date = timeIn(tenant, sandbox)
  const content = {
    ...news,
    tenantName: sandbox.tenant_name,
    at: `${new Date(date).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    forgotHref: `${tenant.origin}${baseOf(sandbox)}/forgot`,
  }
  await tenant.outbox.send({
    to,
    subject: noticeSubject(news.change),
    html: `<!doctype html>${renderToStaticMarkup(createElement(Notice, content))}`,
    text: noticeText(content),
    date,
  })
}
