import { type Action, goTo } from '../http/context.ts'
import { rememberLink } from '../http/link-cookie.ts'
import { hashToken } from '../secrets.ts'
import { followed, judgeLink, screenOfLink } from './judge-link.ts'

/** Activate-account.1: the button or the link of the mail was followed. Nothing is spent: mail scanners follow it too. */
export const openActivation: Action = async (c) => {
  const token = c.req.param('token') ?? ''
  const verdict = await judgeLink(c, 'activate', hashToken(token))
  rememberLink(c, 'activate', token)
  const isButton = c.req.param('way') === 'button'
  followed(c, isButton ? 'Activate my Netwrix account' : 'account activation link', verdict)
  return goTo(c, '/activate', screenOfLink[verdict.is])
}
