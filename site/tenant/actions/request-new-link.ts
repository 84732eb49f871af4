import { used } from '../http/acted.ts'
import { type Action, goTo } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { sendInvitation } from '../outbox/send-invitation.ts'
import { countLinksSince } from '../store/mailed-links.ts'
import { judgeLink, screenOfLink, whoseLink } from './judge-link.ts'

/** The documentation (activate-account): someone who follows an expired link can request a new one there. */
export const requestNewLink: Action = async (c) => {
  const { tenant, sandbox, now } = c.var
  const verdict = await judgeLink(c, 'activate')
  const press = 'Request a new activation link'
  used(c, 'link-expired', press, {}, whoseLink(verdict))
  if (verdict.is !== 'expired') return goTo(c, '/activate', screenOfLink[verdict.is])
  const { most, inMs } = tenant.rules.limitMails()
  if ((await countLinksSince(tenant.store.db, verdict.account.id, 'activate', now - inMs)) >= most)
    return show(c, 'link-expired', { message: 'Too many links were requested. Try again in an hour.' }, 429)
  await sendInvitation(tenant, sandbox, verdict.account)
  return goTo(c, '/activate/new-link-sent', 'new-link-sent')
}
