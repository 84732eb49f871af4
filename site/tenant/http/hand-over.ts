import type { Ctx } from './context.ts'
import { show } from './show.tsx'

/**
 * Sends the browser to the provider by a page of the tenant that refreshes to it. A redirect would belong to the form
 * that was just sent, and browsers hold all redirects of a form to `form-action` (CSP Level 3 section 6.4.2), which
 * names only the tenant; a provider may redirect to other parties.
 */
export function handOver(c: Ctx, url: URL): Response | Promise<Response> {
  c.header('Refresh', `0; url=${url.href}`)
  const page = show(c, 'on-to-your-provider', { providerUrl: url.href, provider: url.host })
  // It is seen for a moment only. What people are shown then is the provider's.
  c.set('shown', undefined)
  return page
}
