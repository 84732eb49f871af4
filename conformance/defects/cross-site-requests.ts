import type { Defect } from './defect.ts'

export const crossSiteRequests: Defect = {
  id: 'cross-site-requests',
  title: 'Requests from every site are accepted',
  rules: () => ({ isCrossSite: () => false, isFormForged: () => false }),
  flows: [],
  checks: ['SES5', 'SES6'],
  fails: ['SES5'],
}

/** A browser sends its cookies along with a link of another site, even where they are SameSite Lax. */
export const aLinkAddsUsers: Defect = {
  id: 'a-link-adds-users',
  title: 'A link with the fields of the form in its address adds a user',
  rules: () => ({ isCrossSite: () => false, isFormForged: () => false }),
  tamper: (send) => (request) => {
    const { origin, pathname, searchParams } = new URL(request.url)
    if (request.method !== 'GET' || !searchParams.has('addresses')) return send(request)
    const headers = new Headers(request.headers)
    headers.set('content-type', 'application/x-www-form-urlencoded')
    return send(new Request(origin + pathname, { method: 'POST', headers, body: searchParams.toString() }))
  },
  flows: [],
  checks: ['SES5'],
  fails: ['SES5.logout', 'SES5.reset', 'SES5.adding'],
}
