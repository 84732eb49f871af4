import { FORM_TOKEN_HEADER } from '../../site/tenant/screens/parts/form-token.ts'
import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, sandboxOf } from './tamper.ts'

export const crossSiteRequests: Defect = {
  id: 'cross-site-requests',
  title: 'Requests from every site are accepted',
  rules: () => ({ isCrossSite: () => false, isFormForged: () => false }),
  flows: [],
  checks: ['SES5', 'SES6'],
  fails: ['SES5'],
}

/** The token that is always good. */
const OPEN = 'open'

/** A browser sends its cookies along with a link of another site, even where they are SameSite Lax. */
const byLink = (claim: string, id: string, title: string, path: RegExp) =>
  flaw(`ADM9.${claim}`, id, title, {
    rules: ({ isFormForged }) => ({
      isFormForged: (sent, own) => sent !== OPEN && isFormForged(sent, own),
    }),
    tamper: (send) => (request) => {
      const { origin, pathname, searchParams } = new URL(request.url)
      if (request.method !== 'GET' || !path.test(pathname) || searchParams.size === 0) return send(request)
      const headers = new Headers(request.headers)
      headers.set('content-type', 'application/x-www-form-urlencoded')
      headers.set('sec-fetch-site', 'same-origin')
      headers.set(FORM_TOKEN_HEADER, OPEN)
      return send(new Request(origin + pathname, { method: 'POST', headers, body: searchParams.toString() }))
    },
  })

/** A refused form of another site is answered with the cookie of a new session. */
export const otherSitesLogOut = flaw(
  'ADM9.kept',
  'other-sites-log-out',
  'The answer to a form of another site sets the cookie of a new session, in place of that of the person',
  {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      const from = request.headers.get('sec-fetch-site')
      if (request.method !== 'POST' || from === null || from === 'same-origin') return answer
      const { pathname } = new URL(sandboxOf(request))
      const cookie = `__Secure-doorstep-tenant=nobody; path=${pathname}; secure; httponly; samesite=lax`
      return changed(answer, { headers: (headers) => headers.append('set-cookie', cookie) })
    },
  },
)

/** Of what Administrators do by a form, one thing is done by a link, too. */
export const linksThatAdminister: Defect[] = [
  byLink(
    'adding',
    'a-link-adds-users',
    'A link with the fields of the form in its address adds a user',
    /\/configuration\/users$/,
  ),
  byLink('resend', 'a-link-resends-invitations', 'A link of another site resends an invitation', /\/resend$/),
  byLink('remove', 'a-link-removes-users', 'A link of another site removes a user', /\/remove$/),
  byLink(
    'settings',
    'a-link-saves-settings',
    'A link of another site saves settings of SSO',
    /\/my-organization\/settings$/,
  ),
]
