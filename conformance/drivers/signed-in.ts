import type { Page } from '@playwright/test'
import { screens } from '../../machines/screens.ts'
import type { Arrangement } from '../targets/target.ts'

/** What speaks for or against somebody being signed in. */
export interface SignedInFacts {
  /** Whether the target itself knows of a session; `undefined` where it cannot be asked. */
  session: boolean | undefined
  /** Whether the protected page opens for the same cookies. */
  dashboard: 'opens' | 'denied'
}

/**
 * Asks beside the page, with nothing but these cookies: the page must stay as the person sees it.
 * @param page where a profile may look whether a session is kept elsewhere than in cookies
 */
export async function signedInFacts(
  arranged: Pick<Arrangement, 'dashboard' | 'dashboardOpens' | 'sessionExists'>,
  cookies: { name: string; value: string }[],
  page?: Page,
): Promise<SignedInFacts> {
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  const [opens, session] = await Promise.all([
    arranged.dashboardOpens?.(headers, page) ?? dashboardOpens(arranged.dashboard, headers),
    arranged.sessionExists?.(headers, page),
  ])
  return { session, dashboard: opens ? 'opens' : 'denied' }
}

async function dashboardOpens(url: string, headers: { cookie: string }): Promise<boolean> {
  const response = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html', ...headers } })
  return (await response.text()).includes(screens.dashboard.heading) && response.ok
}
