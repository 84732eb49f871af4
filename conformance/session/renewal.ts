import type { Target } from '../targets/target.ts'
import { isSameSite } from './own-headers.ts'
import type { Session } from './session.ts'
import { secretOf } from './token-headers.ts'

/** Whether a token that scripts send holds the sessions of a target, and no cookie. */
const byToken = new WeakMap<Target, boolean>()

type Sent = Readonly<Record<string, string>> & { cookie: string }

/**
 * Learns once, where somebody is logged in who sends a token, whether that alone is enough.
 * @param opens whether somebody is logged in who sends these headers
 */
export async function learnHolder(
  target: Target,
  sent: Sent,
  opens: (sent: Sent) => Promise<boolean>,
): Promise<void> {
  const { cookie, ...own } = sent
  if (byToken.has(target) || !Object.values(own).some((value) => secretOf(value) !== undefined)) return
  byToken.set(target, cookie === '' || (await opens({ ...own, cookie: '' })))
}

/** Whether the sessions of a target are held by a token that scripts send. Not known before somebody was logged in. */
export const isHeldByToken = (target: Target): boolean => byToken.get(target) === true

/** Whether a script may get a new token in place of one that is over: by a cookie that only the server reads. */
export async function mayRenewToken({ target, context, arranged }: Session): Promise<boolean> {
  if (!isHeldByToken(target)) return false
  const { hostname } = new URL(arranged.dashboard)
  const cookies = await context.cookies()
  return cookies.some(({ httpOnly, domain }) => httpOnly && isSameSite(domain.replace(/^\./, ''), hostname))
}
