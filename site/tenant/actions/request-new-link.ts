import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { show } from '../http/show.tsx'
import { sendInvitation } from '../outbox/send-invitation.ts'
import { countLinksSince } from '../store/mailed-links.ts'
import { judgeLink, screenOfLink } from './judge-link.ts'

/** The documentation (activate-account): whoever follows an expired link can request a new one there. */
export const requestNewLink: Action = async (c) => {
  const { tenant, sandbox, now } = c.var
  const verdict = await judgeLink(c, 'activate')
  if (verdict.is !== 'expired') {
    await did(c, 'request-new-link', screenOfLink[verdict.is])
    return goTo(c, '/activate')
  }
  const { most, inMs } = tenant.rules.limitMails()
  if ((await countLinksSince(tenant.store.db, verdict.account.id, 'activate', now - inMs)) >= most) {
    await did(c, 'request-new-link', 'link-expired')
    return show(c, 'link-expired', { message: 'Too many links were requested. Try again in an hour.' }, 429)
  }
  await sendInvitation(tenant, sandbox, verdict.account)
  await did(c, 'request-new-link', 'new-link-sent')
  return goTo(c, '/activate/new-link-sent')
}
