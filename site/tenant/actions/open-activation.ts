import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { rememberLink } from '../http/link-cookie.ts'
import { hashToken } from '../secrets.ts'
import { judgeLink, screenOfLink } from './judge-link.ts'

/** Activate-account.1: the button or the link of the mail was followed. Nothing is spent: mail scanners follow it too. */
export const openActivation: Action = async (c) => {
  const token = c.req.param('token') ?? ''
  const way = c.req.param('way') === 'button' ? 'button' : 'link'
  const verdict = await judgeLink(c, 'activate', hashToken(token))
  rememberLink(c, 'activate', token)
  await did(c, `open-activation.${way}`, screenOfLink[verdict.is])
  return goTo(c, '/activate')
}
