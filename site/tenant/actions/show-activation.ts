import type { Action } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { judgeLink, screenOfLink } from './judge-link.ts'

const statusOf = { good: 200, expired: 410, invalid: 410 } as const

/** Shows what the followed link leads to: the form, or why there is none. */
export const showActivation: Action = async (c) => {
  const verdict = await judgeLink(c)
  const email = verdict.is === 'good' ? { email: verdict.account.email } : {}
  return show(c, screenOfLink[verdict.is], email, statusOf[verdict.is])
}
