import type { Action } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { judgeLink, screenOfLink, statusOfLink } from './judge-link.ts'

/** Shows what the followed link leads to: the form, or why there is no form. */
export const showActivation: Action = async (c) => {
  const verdict = await judgeLink(c, 'activate')
  const email = verdict.is === 'good' ? { email: verdict.account.email } : {}
  return show(c, screenOfLink[verdict.is], email, statusOfLink[verdict.is])
}
