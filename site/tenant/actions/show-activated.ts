import { type Action, goTo } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { judgeLink } from './judge-link.ts'

/** Says that the account is active, to those whose link made it so; others are sent back (ASVS 5.0 2.3.1). */
export const showActivated: Action = async (c) => {
  const verdict = await judgeLink(c, 'activate')
  return verdict.link && verdict.link.used_at !== null ? show(c, 'account-activated') : goTo(c, '/activate')
}
