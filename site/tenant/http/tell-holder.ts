import { type AccountNews, sendNotice } from '../outbox/send-notice.ts'
import type { Ctx } from './context.ts'

/** Sends a notice of a change to the account's mailbox, where the rules want one; no answer waits for it. */
export function tellHolder(c: Ctx, email: string, news: AccountNews): void {
  const { tenant, sandbox } = c.var
  if (tenant.rules.notifyOfChange(news.change))
    tenant.background.run('mailing a notice', () => sendNotice(tenant, sandbox, email, news))
}
