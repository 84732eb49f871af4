import type { Page } from '@playwright/test'
import { protectedScreenOf } from '../packs/pack-of.ts'
import type { Session } from './session.ts'

/** What speaks for or against someone being signed in. */
export interface SignedInFacts {
  /** Whether the target itself knows of a session; `undefined` where it cannot be asked. */
  session: boolean | undefined
  /** Whether the protected page opens for the same cookies. */
  dashboard: 'opens' | 'denied'
}

/** Someone is logged in: the target says so, or the protected page opens. */
export const isIn = ({ session, dashboard }: SignedInFacts) => session === true || dashboard === 'opens'

/**
 * Asks outside the page, with only these cookies: the page must stay as the person sees it.
 * @param page where a profile can look whether a session is kept elsewhere than in cookies
 */
export async function signedInFacts(
  { arranged, pack }: Pick<Session, 'arranged' | 'pack'>,
  cookies: { name: string; value: string }[],
  page?: Page,
): Promise<SignedInFacts> {
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  const heading = protectedScreenOf(pack)?.heading ?? ''
  const [opens, session] = await Promise.all([
    arranged.dashboardOpens?.(headers, page) ?? pageOpens(arranged.dashboard, headers, heading),
    arranged.sessionExists?.(headers, page),
  ])
  return { session, dashboard: opens ? 'opens' : 'denied' }
}

async function pageOpens(url: string, headers: { cookie: string }, heading: string): Promise<boolean> {
  const response = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html', ...headers } })
  return (await response.text()).includes(heading) && response.ok
}
