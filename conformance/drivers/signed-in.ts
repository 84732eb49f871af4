import { screens } from '../../machines/screens.ts'
import type { Arrangement } from '../targets/target.ts'

/** What speaks for or against somebody being signed in. */
export interface SignedInFacts {
  /** Whether the target itself knows of a session; `undefined` where it cannot be asked. */
  session: boolean | undefined
  /** Whether the protected page opens for the same cookies. */
  dashboard: 'opens' | 'denied'
}

/** Asks beside the page, with nothing but these cookies: the page must stay as the person sees it. */
export async function signedInFacts(
  arranged: Pick<Arrangement, 'dashboard' | 'sessionExists'>,
  cookies: { name: string; value: string }[],
): Promise<SignedInFacts> {
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  const [response, session] = await Promise.all([
    fetch(arranged.dashboard, { redirect: 'manual', headers: { accept: 'text/html', ...headers } }),
    arranged.sessionExists?.(headers),
  ])
  const opens = (await response.text()).includes(screens.dashboard.heading) && response.ok
  return { session, dashboard: opens ? 'opens' : 'denied' }
}
